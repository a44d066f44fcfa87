package org.eventops.persistence.replica;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.persistence.capture.Machinery;

/** Which keys stand for another now; few, so all of them are held. One thread at a time. */
final class Aliases {
    private final Map<UUID, UUID> targets = new HashMap<>();
    private boolean read;

    /** A key that stands for another may stand for one that stands for a third. */
    UUID of(Statements statements, UUID key) throws SQLException {
        fill(statements);
        UUID at = key;
        for (int i = 0; i <= targets.size(); i++) {
            UUID next = targets.get(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        throw new IllegalStateException("keys stand for one another in a circle");
    }

    /** The key stands for another from now on, and that one for itself. */
    void put(Statements statements, Recorded recorded, UUID from, UUID to) throws SQLException {
        fill(statements);
        end(statements, recorded, to);
        keep(statements, recorded, from, to);
    }

    private void keep(Statements statements, Recorded recorded, UUID from, UUID to)
            throws SQLException {
        statements.update(
                "MERGE INTO sync_alias (id, target) KEY (id) VALUES (?, ?)", List.of(from, to));
        recorded.machinery(Machinery.put(Machinery.ALIAS, from, Map.of("target", to)));
        targets.put(from, to);
    }

    /** The key stands for itself. */
    void end(Statements statements, Recorded recorded, UUID key) throws SQLException {
        fill(statements);
        if (targets.remove(key) != null) {
            statements.update("DELETE FROM sync_alias WHERE id = ?", List.of(key));
            recorded.machinery(Machinery.gone(Machinery.ALIAS, key));
        }
    }

    /** Rows are there now under keys that stood for others: they stand for themselves. */
    void endWhereRowsAre(Statements statements, Recorded recorded) throws SQLException {
        fill(statements);
        for (UUID key : List.copyOf(targets.keySet())) {
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                String there = "SELECT 1 FROM " + table.name() + " WHERE id = ?";
                if (!statements.query(there, List.of(key), row -> true).isEmpty()) {
                    end(statements, recorded, key);
                }
            }
        }
    }

    boolean any(Statements statements) throws SQLException {
        fill(statements);
        return !targets.isEmpty();
    }

    /** What was rolled back is read again when it is asked for. */
    void forget() {
        targets.clear();
        read = false;
    }

    private void fill(Statements statements) throws SQLException {
        if (!read) {
            statements
                    .query(
                            "SELECT id, target FROM sync_alias",
                            List.of(),
                            row ->
                                    Map.entry(
                                            row.getObject(1, UUID.class),
                                            row.getObject(2, UUID.class)))
                    .forEach(alias -> targets.put(alias.getKey(), alias.getValue()));
            read = true;
        }
    }
}
