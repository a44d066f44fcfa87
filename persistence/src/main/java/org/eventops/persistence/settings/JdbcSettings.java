package org.eventops.persistence.settings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.settings.Settings;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;

/**
 * What this console remembers of itself, in H2; neither captured nor journalled. In plain SQL: it
 * is asked for before Hibernate has started.
 */
public final class JdbcSettings implements Settings {
    private static final String ONE = "SELECT name, content FROM setting WHERE name = ?";
    private static final String UNDER =
            "SELECT name, content FROM setting WHERE LEFT(name, LENGTH(?1)) = ?1";
    private static final String PUT = "MERGE INTO setting (name, content) KEY (name) VALUES (?, ?)";

    private final HibernateTransactions transactions;

    public JdbcSettings(HibernateTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(transactions.sql(c -> read(c, ONE, key)).get(key));
    }

    @Override
    public Map<String, String> under(String prefix) {
        return Map.copyOf(transactions.sql(c -> read(c, UNDER, prefix)));
    }

    private static Map<String, String> read(Connection connection, String sql, String value)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet rows = query.executeQuery()) {
                Map<String, String> found = new HashMap<>();
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
                return found;
            }
        }
    }

    @Override
    public void put(String key, String value) {
        transactions.sql(
                connection -> {
                    try (PreparedStatement merge = connection.prepareStatement(PUT)) {
                        merge.setString(1, key);
                        merge.setString(2, CanonicalRows.text(value));
                        return merge.executeUpdate();
                    }
                });
    }
}
