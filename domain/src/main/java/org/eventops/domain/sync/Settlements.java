package org.eventops.domain.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.IdSource;
import org.eventops.domain.change.replica.Rows.Taken;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.failure.NextStep;
import org.eventops.domain.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Makes the side that a person takes stand, and puts back what stood before. What was before is
 * kept beside the store's settings; another console, which does not have it, goes by the conflict.
 */
public final class Settlements {
    private final SyncedRows rows;
    private final IdSource ids;
    private final SettledMemory memory;
    private final EntrySettlement entries;
    private final RejectedSettlement rejected;

    public Settlements(SyncedRows rows, Settings settings, IdSource ids) {
        this.rows = rows;
        this.ids = ids;
        this.memory = new SettledMemory(settings);
        this.entries = new EntrySettlement(rows, ids, memory);
        this.rejected = new RejectedSettlement(rows);
    }

    /** Something stands against it; thrown out of the transaction, so that nothing is changed. */
    static final class Blocked extends RuntimeException implements Classified {
        private static final long serialVersionUID = 1L;
        private final Obstacle obstacle;

        Blocked(Obstacle obstacle) {
            super(obstacle.name());
            this.obstacle = obstacle;
        }

        @Override
        public Failure failure() {
            return new Failure(FailureKind.BUSINESS, NextStep.TRY_AGAIN);
        }

        Obstacle obstacle() {
            return obstacle;
        }
    }

    /**
     * @param by who takes it
     * @param reason kept with an entry that is taken back
     */
    record Taking(Conflict conflict, Choice choice, Instant at, String by, String reason) {}

    void take(Taking taking) {
        Conflict conflict = taking.conflict();
        switch (conflict.kind()) {
            case FIELD, SLUG -> takeField(conflict, taking.choice());
            case DUPLICATE_ENTRY -> entries.take(taking);
            case DELETED -> takeDeleted(conflict, taking.choice());
            case REJECTED -> rejected.take(conflict, taking.choice());
            case OVERSOLD -> require(taking.choice() != Choice.WINNER);
            case HOLD -> require(taking.choice() == Choice.BOTH);
        }
    }

    void putBack(Conflict conflict, Choice choice) {
        switch (conflict.kind()) {
            case FIELD, SLUG -> putFieldBack(conflict, choice);
            case DUPLICATE_ENTRY -> entries.putBack(conflict, choice);
            case DELETED -> putDeletedBack(conflict, choice);
            case REJECTED -> rejected.putBack(conflict, choice);
            case OVERSOLD, HOLD -> {
                // nothing was changed
            }
        }
        memory.forget(conflict.id());
    }

    static void require(boolean possible) {
        if (!possible) {
            throw new Blocked(Obstacle.NO_SUCH_SIDE);
        }
    }

    private void takeField(Conflict conflict, Choice choice) {
        require(choice != Choice.BOTH || conflict.kind() == Conflict.Kind.SLUG);
        if (choice == Choice.LOSER) {
            String field = Objects.requireNonNull(conflict.field());
            memory.keep(conflict.id(), row(conflict).get(field));
            set(conflict, value(SideReader.loser(conflict)));
        }
    }

    /** What somebody has set since stays: only what was taken here is put back. */
    private void putFieldBack(Conflict conflict, Choice choice) {
        if (choice != Choice.LOSER) {
            return;
        }
        String field = Objects.requireNonNull(conflict.field());
        Object taken = value(SideReader.loser(conflict));
        if (ColumnJson.same(row(conflict).get(field), taken)) {
            String table = Objects.requireNonNull(conflict.table());
            set(
                    conflict,
                    memory.of(conflict.id())
                            .map(json -> ColumnJson.read(table, field, json))
                            .orElseGet(() -> value(SideReader.winner(conflict))));
        }
    }

    private static @Nullable Object value(SideContent content) {
        if (content instanceof SideContent.Value it) {
            return it.value();
        }
        throw new Blocked(Obstacle.UNREADABLE);
    }

    private Map<String, @Nullable Object> row(Conflict conflict) {
        String table = conflict.table();
        UUID key = conflict.row();
        if (table == null || key == null || conflict.field() == null) {
            throw new Blocked(Obstacle.UNREADABLE);
        }
        return rows.row(table, key).orElseThrow(() -> new Blocked(Obstacle.ROW_GONE));
    }

    private void set(Conflict conflict, @Nullable Object value) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put(Objects.requireNonNull(conflict.field()), value);
        try {
            rows.update(
                    Objects.requireNonNull(conflict.table()),
                    Objects.requireNonNull(conflict.row()),
                    columns);
        } catch (Taken e) {
            throw new Blocked(Obstacle.TAKEN);
        }
    }

    /** An edit that came too late is brought in as a row of its own; a deletion is not repeated. */
    private void takeDeleted(Conflict conflict, Choice choice) {
        require(choice != Choice.BOTH);
        if (choice == Choice.WINNER) {
            return;
        }
        switch (SideReader.loser(conflict)) {
            case SideContent.Whole whole -> restore(conflict, whole);
            case SideContent.Nothing unused -> throw new Blocked(Obstacle.REFERRED_TO);
            default -> throw new Blocked(Obstacle.UNREADABLE);
        }
    }

    private void restore(Conflict conflict, SideContent.Whole whole) {
        UUID key = ids.next();
        Map<String, @Nullable Object> columns = new HashMap<>(whole.row());
        columns.putAll(whole.fields());
        columns.remove("tenant");
        columns.put("id", key);
        columns.put("scope", conflict.scope());
        try {
            rows.insert(Objects.requireNonNull(conflict.table()), columns);
        } catch (Taken e) {
            throw new Blocked(Obstacle.TAKEN);
        }
        memory.keep(conflict.id(), key);
    }

    private void putDeletedBack(Conflict conflict, Choice choice) {
        if (choice != Choice.LOSER) {
            return;
        }
        UUID key =
                memory.of(conflict.id())
                        .map(json -> UUID.fromString(json.getAsString()))
                        .orElseThrow(() -> new Blocked(Obstacle.ROW_GONE));
        Optional<String> table = Optional.ofNullable(conflict.table());
        try {
            table.ifPresent(name -> rows.delete(name, key));
        } catch (Taken e) {
            throw new Blocked(Obstacle.REFERRED_TO);
        }
    }
}
