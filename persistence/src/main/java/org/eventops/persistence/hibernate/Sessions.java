package org.eventops.persistence.hibernate;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;

/** Starts Hibernate with no more than the store uses. */
public final class Sessions {
    private Sessions() {}

    public static SessionFactory start(DataSource source, List<Class<?>> entities) {
        var registry =
                new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder().build())
                        .applySettings(
                                Map.of(
                                        AvailableSettings.JAKARTA_NON_JTA_DATASOURCE,
                                        source,
                                        AvailableSettings.DIALECT,
                                        "org.hibernate.dialect.H2Dialect",
                                        "hibernate.boot.allow_jdbc_metadata_access",
                                        false,
                                        "jakarta.persistence.database-product-version",
                                        "2.4.240",
                                        AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
                                        true,
                                        AvailableSettings.USE_SECOND_LEVEL_CACHE,
                                        false,
                                        AvailableSettings.USE_QUERY_CACHE,
                                        false,
                                        AvailableSettings.JAKARTA_VALIDATION_MODE,
                                        "none",
                                        AvailableSettings.ORDER_INSERTS,
                                        true,
                                        "hibernate.type.preferred_instant_jdbc_type",
                                        "TIMESTAMP_UTC"))
                        .build();
        MetadataSources sources = new MetadataSources(registry);
        entities.forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }
}
