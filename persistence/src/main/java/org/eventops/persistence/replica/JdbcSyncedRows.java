package org.eventops.persistence.replica;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.sync.SyncedRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.jspecify.annotations.Nullable;

/** Rows of synced tables in this console's own transactions: the triggers capture what is done. */
public final class JdbcSyncedRows implements SyncedRows {
    private final HibernateTransactions transactions;
    private final Supplier<UUID> tenant;

    public JdbcSyncedRows(HibernateTransactions transactions, Supplier<UUID> tenant) {
        this.transactions = transactions;
        this.tenant = tenant;
    }

    private interface Work<T> {
        T on(RowWriter writer) throws SQLException;
    }

    private <T> T work(Work<T> work) {
        return transactions.sql(
                connection -> {
                    try (Statements statements = Statements.borrowing(connection)) {
                        return work.on(new RowWriter(statements, new Recorded()));
                    }
                });
    }

    @Override
    public Optional<Map<String, @Nullable Object>> row(String table, UUID key) {
        return work(writer -> writer.row(TableSql.of(table), key));
    }

    @Override
    public void insert(String table, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new HashMap<>(columns);
        row.put("tenant", tenant.get());
        work(writer -> writer.insert(TableSql.of(table), row));
    }

    @Override
    public boolean update(String table, UUID key, Map<String, @Nullable Object> columns) {
        return work(writer -> writer.update(TableSql.of(table), key, columns));
    }

    @Override
    public boolean delete(String table, UUID key) {
        return work(writer -> writer.delete(TableSql.of(table), key));
    }
}
