package org.eventops.domain.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.IdSource;
import org.eventops.domain.change.replica.Rows.Taken;
import org.eventops.domain.sync.Settlements.Blocked;
import org.eventops.domain.sync.Settlements.Taking;
import org.jspecify.annotations.Nullable;

/** A ticket that was let in twice: both really entered, or one of the entries is taken back. */
final class EntrySettlement {
    private static final String SCAN = "scan";

    private final SyncedRows rows;
    private final IdSource ids;
    private final SettledMemory memory;

    EntrySettlement(SyncedRows rows, IdSource ids, SettledMemory memory) {
        this.rows = rows;
        this.ids = ids;
        this.memory = memory;
    }

    /** The side that is taken stands; the other entry is taken back. */
    void take(Taking taking) {
        if (taking.choice() == Choice.BOTH) {
            return;
        }
        UUID scan = other(taking.conflict(), taking.choice());
        if (rows.row(SCAN, scan).isEmpty()) {
            throw new Blocked(Obstacle.ROW_GONE);
        }
        Map<String, @Nullable Object> undo = new HashMap<>();
        undo.put("id", ids.next());
        undo.put("scope", taking.conflict().scope());
        undo.put("scan_id", scan);
        undo.put("at", Times.stored(taking.at()));
        undo.put("reason", taking.reason());
        undo.put("operator", taking.by());
        boolean mine = true;
        try {
            rows.insert("scan_undo", undo);
        } catch (Taken e) {
            // somebody took it back already: that is what is wanted
            mine = false;
        }
        memory.keep(taking.conflict().id(), mine);
    }

    /** What was taken back stays on record; the entry is written down once more. */
    void putBack(Conflict conflict, Choice choice) {
        boolean mine = memory.of(conflict.id()).map(each -> each.getAsBoolean()).orElse(true);
        if (choice == Choice.BOTH || !mine) {
            return;
        }
        Map<String, @Nullable Object> again =
                new HashMap<>(
                        rows.row(SCAN, other(conflict, choice))
                                .orElseThrow(() -> new Blocked(Obstacle.ROW_GONE)));
        again.remove("tenant");
        again.put("id", ids.next());
        try {
            rows.insert(SCAN, again);
        } catch (Taken e) {
            throw new Blocked(Obstacle.ROW_GONE);
        }
    }

    private static UUID other(Conflict conflict, Choice choice) {
        SideContent side =
                choice == Choice.LOSER ? SideReader.winner(conflict) : SideReader.loser(conflict);
        if (side instanceof SideContent.Entry entry) {
            return entry.scan();
        }
        throw new Blocked(Obstacle.UNREADABLE);
    }
}
