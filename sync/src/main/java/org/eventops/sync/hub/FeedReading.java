package org.eventops.sync.hub;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.FeedTransaction.Entry;
import org.eventops.sync.engine.FeedTransaction.Op;
import org.jspecify.annotations.Nullable;

/** Entries of a feed, as they come, put together into their transactions. */
final class FeedReading {
    private final UUID scope;
    private final List<FeedTransaction> done = new ArrayList<>();
    private final List<Entry> open = new ArrayList<>();
    private @Nullable UUID mark;
    private @Nullable UUID mutation;

    private FeedReading(UUID scope) {
        this.scope = scope;
    }

    /**
     * @throws IOException if the hub sent what it never should, such as a hole
     */
    static List<FeedTransaction> transactions(UUID scope, ResultSet answer)
            throws SQLException, IOException {
        FeedReading reading = new FeedReading(scope);
        while (answer.next()) {
            reading.take(answer);
        }
        reading.end();
        return reading.done;
    }

    private void take(ResultSet answer) throws SQLException, IOException {
        UUID each = PgHub.uuid(answer, "mark");
        if (!each.equals(mark)) {
            end();
            mark = each;
            mutation = answer.getObject("mutation", UUID.class);
        }
        long seq = answer.getLong("seq");
        if (!open.isEmpty() && open.getLast().seq() != seq - 1) {
            throw new IOException("a hole in the feed before " + seq);
        }
        open.add(entry(seq, answer));
    }

    private static Entry entry(long seq, ResultSet answer) throws SQLException, IOException {
        String table = answer.getString("tbl");
        return new Entry(
                seq,
                op(answer.getString("op")),
                SyncedTables.of(table).name(),
                PgHub.uuid(answer, "key"),
                EntryColumns.of(table, answer.getString("columns")),
                answer.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Op op(String letter) throws IOException {
        return switch (letter) {
            case "R" -> Op.ROW;
            case "F" -> Op.FIELDS;
            case "G" -> Op.GONE;
            case "A" -> Op.ALIAS;
            default -> throw new IOException("an entry of kind " + letter);
        };
    }

    private void end() {
        if (mark != null && !open.isEmpty()) {
            done.add(
                    new FeedTransaction(
                            scope,
                            mark,
                            mutation,
                            open.getFirst().seq(),
                            open.getLast().seq(),
                            open));
            open.clear();
        }
    }
}
