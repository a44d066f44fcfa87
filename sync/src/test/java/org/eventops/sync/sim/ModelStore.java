package org.eventops.sync.sim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;
import org.eventops.sync.sim.StoreState.Sent;
import org.jspecify.annotations.Nullable;

/**
 * A console's store in memory: what is committed is on its disk, everything else goes with the
 * process.
 */
public final class ModelStore implements Outbox, Replica, StoreUnderTest {
    private static final int PART = 3;

    private StoreState disk = new StoreState();

    /** What a commit that is not synced leaves behind after a crash. */
    private StoreState behind = disk;

    private StoreState working = disk;
    private final Supplier<Instant> clock;
    private final Supplier<UUID> ids;
    private final LongSupplier gaps;
    private final Set<Bug> bugs;
    private final HubAudit audit;
    private Runnable listener = () -> {};

    /** Called at each port call, before and after; may throw {@link Crash}. */
    private Runnable hazard = () -> {};

    /**
     * @param gaps how many numbers are left out before each mutation
     */
    ModelStore(
            Supplier<Instant> clock,
            Supplier<UUID> ids,
            LongSupplier gaps,
            Set<Bug> bugs,
            HubAudit audit) {
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.gaps = gaps;
        this.bugs = bugs;
    }

    /** Another store's disk: a copy, or one of its own from before. */
    @Override
    public void become(Object other) {
        disk = ((StoreState) other).copy();
        behind = disk;
        working = disk;
    }

    @Override
    public void hazard(Runnable next) {
        hazard = next;
    }

    /** The process ended. */
    @Override
    public void crashed() {
        if (bugs.contains(Bug.COMMIT_NOT_SYNCED)) {
            disk = behind;
        }
        working = disk;
        listener = () -> {};
    }

    /**
     * One local transaction, as a person's work makes it; shown as done when this returns.
     *
     * @return the mutation, null if nothing was changed
     */
    @Override
    public @Nullable LocalMutation transact(boolean large, Consumer<Editing> work) {
        StoreState next = disk.copy();
        Editor editor = new Editor(next);
        work.accept(editor);
        if (editor.changes().isEmpty()) {
            return null;
        }
        LocalMutation mutation = captured(next, editor.changes(), large);
        hazard.run();
        commit(next);
        hazard.run();
        listener.run();
        return mutation;
    }

    private void commit(StoreState next) {
        behind = disk;
        disk = next;
        working = next;
    }

    private LocalMutation captured(StoreState next, List<RowChange> changes, boolean large) {
        Instant now = clock.get().truncatedTo(ChronoUnit.MICROS);
        Instant after = next.lastTime.plus(1, ChronoUnit.MICROS);
        Instant at = now.isAfter(after) || bugs.contains(Bug.WALL_CLOCK) ? now : after;
        if (!at.isAfter(next.lastTime)) {
            throw new Violation("HLC", at + " is before what was seen: " + next.lastTime);
        }
        next.lastTime = at;
        next.lastNumber += 1 + gaps.getAsLong();
        LocalMutation mutation =
                new LocalMutation(
                        next.lastNumber, ids.get(), at, large ? List.of() : changes, large);
        next.outbox.put(
                next.lastNumber, new Sent(mutation, List.copyOf(changes), null, null, Set.of()));
        return mutation;
    }

    @Override
    public List<LocalMutation> waiting(long after, int most, long bytes) {
        hazard.run();
        return working.outbox.tailMap(after, false).values().stream()
                .filter(sent -> sent.receipt() == null)
                .limit(Math.min(most, 7))
                .map(Sent::mutation)
                .toList();
    }

    @Override
    public void parts(long number, PartReader reader) {
        List<RowChange> all = Objects.requireNonNull(working.outbox.get(number)).changes();
        int parts = (all.size() + PART - 1) / PART;
        for (int part = 0; part < parts; part++) {
            reader.part(
                    part,
                    part == parts - 1,
                    all.subList(part * PART, Math.min(all.size(), (part + 1) * PART)));
        }
    }

    @Override
    public List<LocalMutation> answeredSince(Instant time, long after, int most, long bytes) {
        if (bugs.contains(Bug.NOTHING_PUSHED_AGAIN)) {
            return List.of();
        }
        return working.outbox.tailMap(after, false).values().stream()
                .filter(sent -> sent.answered() != null && !sent.answered().isBefore(time))
                .limit(Math.min(most, 7))
                .map(Sent::mutation)
                .toList();
    }

    @Override
    public Optional<UUID> newestAnswered(Instant time) {
        return working.outbox.descendingMap().values().stream()
                .filter(sent -> sent.answered() != null && !sent.answered().isBefore(time))
                .findFirst()
                .map(sent -> sent.mutation().id());
    }

    @Override
    public List<Lying> overlaid(UUID scope) {
        if (bugs.contains(Bug.PENDING_NOT_RELAID)) {
            return List.of();
        }
        StoreState state = working;
        Cursor cursor = state.cursors.get(scope);
        long seq = cursor == null ? 0 : cursor.seq();
        List<Lying> lying = new ArrayList<>();
        for (Sent sent : state.outbox.values()) {
            if (sent.touches(scope) && !sent.landed().contains(scope)) {
                Long upTo = sent.receipt() == null ? null : sent.receipt().upTo().get(scope);
                boolean past = sent.receipt() != null && (upTo == null || upTo <= seq);
                if (bugs.contains(Bug.PENDING_ENDS_WITH_RECEIPT)) {
                    past = sent.receipt() != null;
                }
                if (!past) {
                    lying.add(new Lying(sent.mutation(), upTo));
                }
            }
        }
        return lying;
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public Replica replica() {
        return this;
    }

    @Override
    public Map<Key, Map<String, @Nullable Object>> rows() {
        return disk.rows;
    }

    @Override
    public UUID alias(Key key) {
        return new ModelRows(disk, Set.of(), audit).alias(key.table(), key.id());
    }

    /** What lies over the scope, by the rules and not by a bug. */
    @Override
    public List<RowChange> pending(UUID scope) {
        Cursor cursor = disk.cursors.get(scope);
        long seq = cursor == null ? 0 : cursor.seq();
        List<RowChange> pending = new ArrayList<>();
        for (Sent sent : disk.outbox.values()) {
            Long upTo = sent.receipt() == null ? null : sent.receipt().upTo().get(scope);
            boolean past = sent.receipt() != null && (upTo == null || upTo <= seq);
            if (!past && !sent.landed().contains(scope)) {
                sent.changes().stream()
                        .filter(change -> change.scope().equals(scope))
                        .forEach(pending::add);
            }
        }
        return pending;
    }

    @Override
    public boolean waits(UUID mutation) {
        return disk.outbox.values().stream()
                .anyMatch(sent -> sent.receipt() == null && sent.mutation().id().equals(mutation));
    }

    @Override
    public List<String> inquest(String id) {
        List<String> lines = new ArrayList<>();
        disk.outbox.values().stream()
                .filter(sent -> sent.toString().contains(id))
                .forEach(sent -> lines.add(sent.toString()));
        disk.cursors.values().forEach(cursor -> lines.add(cursor.toString()));
        disk.aliases.forEach(
                (from, to) -> {
                    if ((from + " " + to).contains(id)) {
                        lines.add(from + " is " + to);
                    }
                });
        return lines;
    }

    @Override
    public Object image() {
        return disk;
    }

    @Override
    public Backlog backlog() {
        List<Sent> waiting =
                working.outbox.values().stream().filter(sent -> sent.receipt() == null).toList();
        return new Backlog(
                waiting.size(),
                waiting.isEmpty() ? null : waiting.getFirst().mutation().at(),
                working.lastNumber);
    }

    @Override
    public void onAdded(Runnable added) {
        listener = added;
    }

    @Override
    public void forgetAnsweredBefore(Instant time) {
        StoreState next = disk.copy();
        next.outbox
                .values()
                .removeIf(sent -> sent.answered() != null && sent.answered().isBefore(time));
        commit(next);
    }

    @Override
    public <T> T apply(Weight weight, Function<Rows, T> work) {
        hazard.run();
        StoreState next = disk.copy();
        working = next;
        ModelRows rows = new ModelRows(next, bugs, audit);
        try {
            T result = work.apply(rows);
            if (bugs.contains(Bug.CURSOR_STORED_APART)) {
                StoreState first = next.copy();
                first.cursors.clear();
                first.cursors.putAll(disk.cursors);
                commit(first);
                hazard.run();
                commit(next);
            } else {
                hazard.run();
                commit(next);
            }
            if (bugs.contains(Bug.ECHO) && rows.lastPut() != null) {
                echo(Objects.requireNonNull(rows.lastPut()));
            }
            hazard.run();
            return result;
        } finally {
            working = disk;
        }
    }

    private void echo(Key key) {
        StoreState next = disk.copy();
        Map<String, @Nullable Object> row = next.rows.get(key);
        if (row != null) {
            List<RowChange.Column> columns = new ArrayList<>();
            row.forEach((name, value) -> columns.add(new RowChange.Column(name, null, value)));
            RowChange change =
                    new RowChange(
                            key.table(), Row.scope(row), RowChange.Op.INSERT, key.id(), columns);
            captured(next, List.of(change), false);
            commit(next);
            listener.run();
        }
    }

    @Override
    public List<Cursor> cursors() {
        return List.copyOf(disk.cursors.values());
    }

    @Override
    public Optional<Membership> membership() {
        return Optional.ofNullable(disk.membership);
    }

    @Override
    public void keep(Membership membership) {
        hazard.run();
        StoreState next = disk.copy();
        next.membership = membership;
        commit(next);
        hazard.run();
    }

    @Override
    public void seen(Instant hybrid) {
        if (hybrid.isAfter(disk.lastTime)) {
            disk.lastTime = hybrid;
            working.lastTime = hybrid;
        }
    }

    /** What this store was given it has. */
    @Override
    public void secure() {}

    @Override
    public Map<String, ContentHash> hashes(UUID scope) {
        return ModelHub.hashesOf(disk.rows, scope);
    }
}
