package org.eventops.persistence.hibernate;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.AvailableSettings;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate with no more than the store uses; connections are given to it. It takes as long to
 * start as a first load of some thousand rows, which needs nothing of it: so it begins when it is
 * {@linkplain #begin expected} or asked, and starts beside what else is done meanwhile.
 */
public final class Sessions implements AutoCloseable {
    private final List<Class<?>> entities;
    private @Nullable CompletableFuture<SessionFactory> factory;

    public Sessions(List<Class<?>> entities) {
        this.entities = entities;
    }

    /** Starts it, unless that was done; waits for nothing. */
    public void begin() {
        CompletableFuture<SessionFactory> unused = begun();
    }

    private synchronized CompletableFuture<SessionFactory> begun() {
        if (factory == null) {
            factory =
                    CompletableFuture.supplyAsync(
                            () -> made(entities),
                            work -> Thread.ofPlatform().name("hibernate").daemon().start(work));
        }
        return factory;
    }

    /**
     * Waits until it has started.
     *
     * @param connection that it works on and leaves open
     */
    StatelessSession open(Connection connection) {
        return begun().join().openStatelessSession(connection);
    }

    /** Also when it did not start. */
    @Override
    public synchronized void close() {
        if (factory == null) {
            return;
        }
        factory.handle(
                        (started, failure) -> {
                            if (started != null) {
                                started.close();
                            }
                            return true;
                        })
                .join();
    }

    private static SessionFactory made(List<Class<?>> entities) {
        var registry =
                new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder().build())
                        // Nothing here is loaded lazily: no classes need be written at the start.
                        .addService(BytecodeProvider.class, new BytecodeProviderImpl())
                        .applySettings(
                                Map.of(
                                        AvailableSettings.DIALECT,
                                        "org.hibernate.dialect.H2Dialect",
                                        "hibernate.boot.allow_jdbc_metadata_access",
                                        false,
                                        "jakarta.persistence.database-product-version",
                                        "2.4.240",
                                        AvailableSettings.USE_SECOND_LEVEL_CACHE,
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
