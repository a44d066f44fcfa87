package org.eventops.persistence.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Stands on each synced table and writes what changed into {@code capture}, in the transaction of
 * the change, whatever made it. Named by the migrations.
 */
public final class CaptureTrigger implements Trigger {
    private static final Set<String> LOCAL = Set.of("recorded");

    private static final String INSERT =
            "INSERT INTO capture (table_name, scope, change) VALUES (?, ?, ?)";

    private String table = "";
    private List<String> columns = List.of();
    private int key;
    private int scope;

    @Override
    public void init(
            Connection connection,
            String schema,
            String trigger,
            String tableName,
            boolean before,
            int type)
            throws SQLException {
        table = tableName.toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, schema, tableName, null)) {
            while (rows.next()) {
                names.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        columns = List.copyOf(names);
        key = columns.indexOf("id");
        scope = columns.indexOf("scope");
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
            throws SQLException {
        RowChange change = FromHub.isBound() ? null : change(before, after);
        if (change == null) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, table);
            insert.setObject(2, change.scope());
            insert.setBytes(3, RowCodec.encode(change));
            insert.executeUpdate();
        }
    }

    private @Nullable RowChange change(Object @Nullable [] before, Object @Nullable [] after) {
        if (before == null && after == null) {
            return null;
        }
        RowChange.Op op =
                before == null
                        ? RowChange.Op.INSERT
                        : after == null ? RowChange.Op.DELETE : RowChange.Op.UPDATE;
        List<RowChange.Column> changed = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object was = before == null ? null : before[i];
            Object is = after == null ? null : after[i];
            boolean same = Objects.equals(was, is);
            if (LOCAL.contains(columns.get(i)) || same) {
                continue;
            }
            changed.add(new RowChange.Column(columns.get(i), was, is));
        }
        if (changed.isEmpty()) {
            return null;
        }
        Object[] row = row(before, after);
        return new RowChange(table, (UUID) row[scope], op, (UUID) row[key], changed);
    }

    private static Object[] row(Object @Nullable [] before, Object @Nullable [] after) {
        return after != null ? after : Objects.requireNonNull(before);
    }
}
