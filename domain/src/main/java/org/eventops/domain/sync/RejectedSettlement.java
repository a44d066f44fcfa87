package org.eventops.domain.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowChange.Column;
import org.eventops.domain.change.replica.Rows.Taken;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.sync.Settlements.Blocked;
import org.jspecify.annotations.Nullable;

/** What the hub rejected: tried once more as a new change, or let go. */
final class RejectedSettlement {
    private final SyncedRows rows;

    RejectedSettlement(SyncedRows rows) {
        this.rows = rows;
    }

    void take(Conflict conflict, Choice choice) {
        Settlements.require(choice != Choice.BOTH);
        if (choice == Choice.LOSER) {
            whole(() -> changes(conflict).forEach(this::apply));
        }
    }

    void putBack(Conflict conflict, Choice choice) {
        if (choice != Choice.LOSER) {
            return;
        }
        List<RowChange> changes = changes(conflict);
        if (changes.stream().anyMatch(RejectedSettlement::staysOnRecord)) {
            throw new Blocked(Obstacle.ON_RECORD);
        }
        whole(() -> changes.reversed().forEach(this::revert));
    }

    private static boolean staysOnRecord(RowChange change) {
        return SyncedTables.of(change.table()).kind() == SyncedTables.Kind.APPEND;
    }

    private static void whole(Runnable work) {
        try {
            work.run();
        } catch (Taken e) {
            throw new Blocked(Obstacle.TAKEN);
        }
    }

    private static List<RowChange> changes(Conflict conflict) {
        if (SideReader.loser(conflict) instanceof SideContent.Changes it) {
            return it.changes();
        }
        throw new Blocked(Obstacle.UNREADABLE);
    }

    private void apply(RowChange change) {
        switch (change.op()) {
            case INSERT -> put(change, Column::after);
            case UPDATE -> set(change, Column::after);
            case DELETE -> rows.delete(change.table(), change.key());
        }
    }

    private void revert(RowChange change) {
        switch (change.op()) {
            case INSERT -> rows.delete(change.table(), change.key());
            case UPDATE -> set(change, Column::before);
            case DELETE -> put(change, Column::before);
        }
    }

    private void set(RowChange change, Function<Column, @Nullable Object> side) {
        if (!rows.update(change.table(), change.key(), values(change, side))) {
            throw new Blocked(Obstacle.ROW_GONE);
        }
    }

    /** A row that is there still, because the hub could not say otherwise, is set. */
    private void put(RowChange change, Function<Column, @Nullable Object> side) {
        Map<String, @Nullable Object> columns = values(change, side);
        columns.put("id", change.key());
        columns.put("scope", change.scope());
        columns.remove("tenant");
        if (rows.row(change.table(), change.key()).isEmpty()) {
            rows.insert(change.table(), columns);
        } else if (!staysOnRecord(change)) {
            rows.update(change.table(), change.key(), columns);
        }
    }

    private static Map<String, @Nullable Object> values(
            RowChange change, Function<Column, @Nullable Object> side) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        change.columns().forEach(each -> columns.put(each.name(), side.apply(each)));
        return columns;
    }
}
