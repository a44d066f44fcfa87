package org.eventops.sync.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.eventops.sync.sim.HubState.Device;
import org.eventops.sync.sim.HubState.ScopeLog;
import org.jspecify.annotations.Nullable;

/** The hub as one device sees it. */
final class DeviceHub implements Hub {
    private static final int FEED = 12;

    private final ModelHub hub;
    private final UUID id;

    DeviceHub(ModelHub hub, UUID id) {
        this.hub = hub;
        this.id = id;
    }

    @Override
    public Welcome hello(Hello hello) throws HubProblem {
        Device device = hub.admitted(id);
        UUID last = hello.last();
        boolean known = last == null || hub.state.receipts.containsKey(last);
        return new Welcome(
                id, ModelHub.TENANT, "console", device.role(), hub.clock.get(), 30, 30, known);
    }

    @Override
    public List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem {
        Device device = hub.admitted(id);
        List<@Nullable Receipt> known = new ArrayList<>();
        for (LocalMutation mutation : mutations) {
            known.add(hub.known(sender, mutation, mutation.changes().hashCode()));
        }
        if (hub.bugs.contains(Bug.POISON_STOPS_THE_QUEUE)) {
            for (LocalMutation mutation : mutations) {
                if (!mutation.changes().stream().allMatch(ModelHub::understood)) {
                    throw new HubProblem(Kind.BROKEN, "cannot be understood");
                }
            }
        }
        HubState before = hub.bugs.contains(Bug.ANSWER_BEFORE_COMMIT) ? hub.state.copy() : null;
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i++) {
            LocalMutation mutation = mutations.get(i);
            Receipt receipt = known.get(i);
            if (receipt == null) {
                receipt = hub.merge(hub.device(device.id()), mutation, mutation.changes());
                hub.keep(sender, mutation, mutation.changes().hashCode(), receipt);
            } else {
                hub.state.numbers.putIfAbsent(
                        ModelHub.number(sender, mutation.number()), mutation.id());
            }
            receipts.add(receipt);
        }
        if (before != null && hub.ids.get().hashCode() % 16 == 0) {
            hub.state = before;
            hub.audit.restored(hub.state);
        }
        return receipts;
    }

    @Override
    public Optional<Receipt> pushPart(
            Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
            throws HubProblem {
        Device device = hub.admitted(id);
        int hash = head.at().hashCode();
        Receipt known = hub.known(sender, head, hash);
        if (known != null) {
            hub.state.numbers.putIfAbsent(ModelHub.number(sender, head.number()), head.id());
            return Optional.of(known);
        }
        TreeMap<Integer, List<RowChange>> parts =
                hub.state.parts.computeIfAbsent(head.id(), key -> new TreeMap<>());
        if (hub.bugs.contains(Bug.PARTS_MERGED_BEFORE_WHOLE) && !parts.containsKey(part)) {
            parts.put(part, List.of());
            Receipt receipt = hub.merge(device, head, changes);
            if (last) {
                hub.keep(sender, head, hash, receipt);
                return Optional.of(receipt);
            }
            return Optional.empty();
        }
        parts.putIfAbsent(part, changes);
        boolean whole = last && parts.lastKey() == part && parts.size() == part + 1;
        if (!whole) {
            return Optional.empty();
        }
        List<RowChange> all = parts.values().stream().flatMap(List::stream).toList();
        Receipt receipt = hub.merge(device, head, all);
        hub.keep(sender, head, hash, receipt);
        hub.state.parts.remove(head.id());
        return Optional.of(receipt);
    }

    /** Some are, the same ones in each run. */
    private static boolean isOn(UUID scope) {
        return scope.getLeastSignificantBits() % 2 == 0;
    }

    @Override
    public List<ScopeClock> clocks() throws HubProblem {
        Device device = hub.admitted(id);
        List<ScopeClock> clocks = new ArrayList<>();
        hub.state.scopes.forEach(
                (scope, log) -> {
                    if (Roles.reads(device, scope, ModelHub.TENANT)) {
                        clocks.add(new ScopeClock(scope, log.epoch, log.seq, isOn(scope)));
                    }
                });
        return clocks;
    }

    @Override
    public List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem {
        ScopeLog log = readable(cursor.scope());
        boolean checks = !hub.bugs.contains(Bug.MARK_UNCHECKED);
        if (checks && (cursor.epoch() != log.epoch || cursor.seq() > log.seq)) {
            throw new HubProblem(Kind.STRANGER, "epoch or hub.clock");
        }
        boolean whole = cursor.seq() == 0 && log.retainedFrom == 1;
        boolean cut = cursor.seq() < log.retainedFrom && !whole;
        if (cut && !hub.bugs.contains(Bug.RETENTION_UNCHECKED)) {
            throw new HubProblem(Kind.TOO_FAR_BEHIND, "from " + log.retainedFrom);
        }
        boolean ends =
                cut
                        || whole
                        || log.feed.stream()
                                .anyMatch(
                                        transaction ->
                                                transaction.lastSeq() == cursor.seq()
                                                        && transaction
                                                                .mark()
                                                                .equals(cursor.mark()));
        if (checks && !ends) {
            throw new HubProblem(Kind.STRANGER, "mark");
        }
        List<FeedTransaction> fed = new ArrayList<>();
        int count = 0;
        for (FeedTransaction transaction : log.feed) {
            if (transaction.firstSeq() > cursor.seq()
                    && transaction.lastSeq() >= log.retainedFrom
                    && (fed.isEmpty() || count < Math.min(entries, FEED))) {
                fed.add(transaction);
                count += transaction.entries().size();
            }
        }
        return fed;
    }

    @Override
    public Chunk load(UUID scope, String table, @Nullable UUID after, int rows) throws HubProblem {
        ScopeLog log = readable(scope);
        List<SyncedTables.Table> tables = SyncedTables.inOrder();
        int first = tables.indexOf(SyncedTables.of(table));
        int room = rows;
        boolean more = false;
        List<Chunk.Section> sections = new ArrayList<>();
        for (SyncedTables.Table each : tables.subList(first, tables.size())) {
            UUID from = each.name().equals(table) ? after : null;
            List<Map<String, @Nullable Object>> found = after(scope, each.name(), from);
            more |= found.size() > room;
            List<Map<String, @Nullable Object>> some = found.stream().limit(room).toList();
            room -= some.size();
            if (!some.isEmpty()) {
                sections.add(new Chunk.Section(each.name(), some));
            }
        }
        UUID mark = log.feed.isEmpty() ? null : log.feed.getLast().mark();
        return new Chunk(log.epoch, log.seq, mark, sections, more);
    }

    private List<Map<String, @Nullable Object>> after(
            UUID scope, String table, @Nullable UUID after) {
        TreeMap<String, Map<String, @Nullable Object>> found = new TreeMap<>();
        hub.state.rows.forEach(
                (key, row) -> {
                    boolean later =
                            after == null || key.id().toString().compareTo(after.toString()) > 0;
                    if (key.table().equals(table) && later && Row.scope(row).equals(scope)) {
                        found.put(key.id().toString(), row);
                    }
                });
        return List.copyOf(found.values());
    }

    private ScopeLog readable(UUID scope) throws HubProblem {
        Device device = hub.admitted(id);
        ScopeLog log = hub.state.scopes.get(scope);
        if (log == null || !Roles.reads(device, scope, ModelHub.TENANT)) {
            throw new HubProblem(Kind.BROKEN, "not a scope of this device");
        }
        return log;
    }

    @Override
    public Map<String, ContentHash> hashes(UUID scope) throws HubProblem {
        readable(scope);
        return ModelHub.hashesOf(hub.state.rows, scope);
    }

    @Override
    public UUID newLineage() throws HubProblem {
        hub.admitted(id);
        return hub.ids.get();
    }

    @Override
    public void poke(List<UUID> scopes) throws HubProblem {
        hub.admitted(id);
        hub.poked.accept(new HashSet<>(scopes));
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
