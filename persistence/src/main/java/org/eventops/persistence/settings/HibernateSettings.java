package org.eventops.persistence.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eventops.domain.settings.Settings;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;

/** What this console remembers of itself, in H2; neither captured nor journalled. */
public final class HibernateSettings implements Settings {
    private final HibernateTransactions transactions;

    public HibernateSettings(HibernateTransactions transactions) {
        this.transactions = transactions;
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(SettingEntity.class);
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(transactions.session().get(SettingEntity.class, key))
                .map(row -> row.content);
    }

    @Override
    public void put(String key, String value) {
        SettingEntity row = new SettingEntity();
        row.name = key;
        row.content = CanonicalRows.text(value);
        transactions.session().upsert(row);
    }

    @Override
    public Map<String, String> under(String prefix) {
        return transactions
                .session()
                .createSelectionQuery(
                        "from SettingEntity where left(name, length(:prefix)) = :prefix",
                        SettingEntity.class)
                .setParameter("prefix", prefix)
                .getResultList()
                .stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.name, row -> row.content));
    }
}
