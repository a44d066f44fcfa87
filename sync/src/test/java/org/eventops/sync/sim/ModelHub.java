package org.eventops.sync.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.eventops.sync.sim.HubState.Device;
import org.eventops.sync.sim.HubState.ScopeLog;
import org.eventops.sync.sim.HubState.Stored;
import org.eventops.sync.sim.HubState.Version;
import org.jspecify.annotations.Nullable;

/** What a hub does, said in Java: docs/sync.md as something that runs. */
public final class ModelHub implements HubUnderTest {
    /** The organisation: its id as a scope, and as the tenant of every row. */
    public static final UUID TENANT = new UUID(0, 1);

    private static final Duration AHEAD = Duration.ofSeconds(5);
    private static final int CHUNK = 5;
    private static final int FEED = 12;

    private HubState state = new HubState();
    private final Supplier<UUID> ids;
    private final Supplier<Instant> clock;
    private final Set<Bug> bugs;
    private final HubAudit audit;
    private Consumer<Set<UUID>> poked = scopes -> {};

    ModelHub(Supplier<UUID> ids, Supplier<Instant> clock, Set<Bug> bugs, HubAudit audit) {
        this.ids = ids;
        this.clock = clock;
        this.bugs = bugs;
        this.audit = audit;
        state.scopes.put(TENANT, new ScopeLog());
    }

    HubState state() {
        return state;
    }

    void onPoke(Consumer<Set<UUID>> listener) {
        poked = listener;
    }

    @Override
    public Object backup() {
        return state.copy();
    }

    /** As it was when the backup was made; who may take part is as it is now. */
    @Override
    public void restore(Object backup, boolean newEpochs) {
        long epochs = state.scopes.values().stream().mapToLong(log -> log.epoch).max().orElse(1);
        Map<UUID, Device> devices = new LinkedHashMap<>(state.devices);
        state = ((HubState) backup).copy();
        state.devices.putAll(devices);
        if (newEpochs) {
            state.scopes.values().forEach(log -> log.epoch = epochs + 1);
        }
        audit.restored(state);
    }

    @Override
    public void device(UUID id, String role, @Nullable Set<UUID> scopes, boolean revoked) {
        state.devices.put(id, new Device(id, role, scopes, revoked));
    }

    @Override
    public @Nullable Set<UUID> scopes(UUID device) {
        return device(device).scopes();
    }

    @Override
    public void cut(UUID scope, long keepFrom) {
        ScopeLog log = state.scopes.get(scope);
        if (log != null) {
            log.feed.stream()
                    .filter(transaction -> transaction.firstSeq() <= keepFrom)
                    .reduce((one, other) -> other)
                    .ifPresent(first -> log.retainedFrom = first.firstSeq());
        }
    }

    @Override
    public void stock(UUID scope, String product, int capacity) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", ids.get());
        row.put("tenant", TENANT);
        row.put("scope", scope);
        row.put("product", product);
        row.put("capacity", capacity);
        row.put("sold", 0);
        row.put("leased", 0);
        if (state.scopes.containsKey(scope) && Row.holder(state.rows, "stock", row) == null) {
            byItself(
                    TENANT,
                    tx -> {
                        Key key = new Key("stock", Row.id(row));
                        tx.set(key, row);
                        tx.tellRow(key);
                    });
        }
    }

    @Override
    public void lease(UUID scope, String product, UUID device, int most) {
        if (Row.holder(state.rows, "stock", Map.of("scope", scope, "product", product)) != null) {
            byItself(device, tx -> new Stock(tx, bugs).lease(scope, product, device, most));
        }
    }

    @Override
    public void endLease(UUID lease, String how) {
        Key key = new Key("lease", lease);
        if (state.rows.containsKey(key)) {
            byItself(TENANT, tx -> new Stock(tx, bugs).end(key, how));
        }
    }

    private void byItself(UUID device, Consumer<HubTransaction> work) {
        HubTransaction tx = transaction(clock.get(), device);
        work.accept(tx);
        audit.committed(state, tx.commit(null), null, clock.get());
    }

    private HubTransaction transaction(Instant at, UUID device) {
        return new HubTransaction(state, new Version(at, device), ids, clock.get());
    }

    @Override
    public Hub connect(UUID device) {
        return new DeviceHub(device);
    }

    private Device admitted(UUID id) throws HubProblem {
        Device device = state.devices.get(id);
        if (device == null) {
            throw new HubProblem(Kind.REFUSED, "unknown device");
        }
        if (device.revoked()) {
            throw new HubProblem(Kind.REVOKED, "revoked");
        }
        return device;
    }

    private static String number(Hub.Sender sender, long number) {
        return sender.device() + "/" + sender.lineage() + "/" + number;
    }

    private @Nullable Receipt known(Hub.Sender sender, LocalMutation mutation, int hash)
            throws HubProblem {
        UUID other = state.numbers.get(number(sender, mutation.number()));
        Stored stored = state.receipts.get(mutation.id());
        if (bugs.contains(Bug.RECEIPT_BY_NUMBER_ONLY)) {
            return other == null || !other.equals(mutation.id()) || stored == null
                    ? null
                    : stored.receipt();
        }
        if (stored != null && stored.hash() == hash) {
            Receipt receipt = stored.receipt();
            return new Receipt(
                    mutation.number(),
                    receipt.id(),
                    receipt.outcome(),
                    receipt.reason(),
                    receipt.upTo());
        }
        if (other != null || stored != null) {
            if (bugs.contains(Bug.LINEAGE_UNCHECKED) && other != null) {
                return Objects.requireNonNull(state.receipts.get(other)).receipt();
            }
            throw new HubProblem(Kind.OTHER_HISTORY, "number " + mutation.number());
        }
        return null;
    }

    private Receipt merge(Device device, LocalMutation mutation, List<RowChange> changes) {
        Instant now = clock.get();
        Instant latest = now.plus(AHEAD);
        boolean clamp = mutation.at().isAfter(latest) && !bugs.contains(Bug.CLOCK_NOT_CLAMPED);
        HubTransaction tx = transaction(clamp ? latest : mutation.at(), device.id());
        boolean contradicts = HubAudit.contradicts(state, changes);
        String reason = null;
        try {
            checkAll(tx, device, changes);
            new Merge(tx, bugs).all(changes);
        } catch (Rejection rejection) {
            tx.rollback();
            reason = rejection.reason();
            if (bugs.contains(Bug.SEQUENCE_WITH_GAPS)) {
                state.scopes.values().forEach(log -> log.seq++);
            }
            reject(tx, device, changes);
        }
        Receipt.Outcome outcome =
                reason != null
                        ? Receipt.Outcome.REJECTED
                        : tx.conflict
                                ? Receipt.Outcome.CONFLICT
                                : tx.merged ? Receipt.Outcome.MERGED : Receipt.Outcome.APPLIED;
        List<FeedTransaction> committed = tx.commit(mutation.id());
        Map<UUID, Long> upTo = new HashMap<>();
        Set<UUID> touched = new LinkedHashSet<>();
        changes.forEach(change -> touched.add(change.scope()));
        committed.forEach(transaction -> touched.add(transaction.scope()));
        for (UUID scope : touched) {
            ScopeLog log = state.scopes.get(scope);
            if (log != null && Roles.reads(device(device.id()), scope, TENANT)) {
                upTo.put(scope, log.seq);
            }
        }
        Receipt receipt = new Receipt(mutation.number(), mutation.id(), outcome, reason, upTo);
        audit.merged(mutation, receipt);
        audit.judged(device(device.id()), changes, receipt, contradicts);
        audit.committed(state, committed, mutation, now);
        return receipt;
    }

    private Device device(UUID id) {
        return Objects.requireNonNull(state.devices.get(id));
    }

    private void checkAll(HubTransaction tx, Device device, List<RowChange> changes) {
        for (RowChange change : changes) {
            boolean known =
                    SyncedTables.inOrder().stream().anyMatch(t -> t.name().equals(change.table()));
            if (!known || !understood(change)) {
                throw new Rejection("BAD_VALUE");
            }
        }
        for (RowChange change : changes) {
            boolean makes =
                    change.table().equals("event")
                            && change.op() == RowChange.Op.INSERT
                            && change.key().equals(change.scope());
            if (makes && device.organizes()) {
                open(tx, device, change.scope());
            }
            if (!state.scopes.containsKey(change.scope())
                    || !Roles.reads(device(device.id()), change.scope(), TENANT)) {
                throw new Rejection("SCOPE");
            }
            if (!Roles.writes(device, change) && !bugs.contains(Bug.ROLE_UNCHECKED)) {
                throw new Rejection("ROLE");
            }
        }
    }

    /** Whoever makes an event reads it. */
    private void open(HubTransaction tx, Device device, UUID scope) {
        if (state.scopes.containsKey(scope)) {
            return;
        }
        tx.openScope(scope);
        Set<UUID> named = device.scopes();
        if (named != null) {
            Set<UUID> more = new HashSet<>(named);
            more.add(scope);
            device(device.id(), device.role(), more, device.revoked());
        }
    }

    private static boolean understood(RowChange change) {
        Map<String, SyncedTables.Type> types = new HashMap<>();
        SyncedTables.of(change.table()).columns().forEach(c -> types.put(c.name(), c.type()));
        return change.columns().stream()
                .allMatch(column -> Values.fits(types.get(column.name()), column.after()));
    }

    /**
     * Nothing of it holds; what it was stays in the inbox, and its maker is told what does hold.
     */
    private void reject(HubTransaction tx, Device device, List<RowChange> changes) {
        RowChange first = changes.getFirst();
        UUID scope = state.scopes.containsKey(first.scope()) ? first.scope() : TENANT;
        Key key = new Key(first.table(), first.key());
        Map<String, @Nullable Object> conflict =
                Conflicts.of(tx, key, "REJECTED", null, changes, null);
        tx.raise(scope, conflict);
        Set<Key> told = new HashSet<>();
        for (RowChange change : changes) {
            Key row = new Key(change.table(), state.alias(change.table(), change.key()));
            if (!bugs.contains(Bug.RESTATE_MISSING)
                    && state.scopes.containsKey(change.scope())
                    && Roles.reads(device, change.scope(), TENANT)
                    && told.add(row)) {
                tx.restate(change.scope(), row);
                restateHolder(tx, change);
            }
        }
    }

    /** Where the change was made it may have been taken for another row of the same name. */
    private void restateHolder(HubTransaction tx, RowChange change) {
        if (change.op() == RowChange.Op.INSERT) {
            Map<String, @Nullable Object> made = new HashMap<>();
            change.columns().forEach(column -> made.put(column.name(), column.after()));
            UUID holder = Row.holder(state.rows, change.table(), made);
            if (holder != null) {
                tx.tellRow(new Key(change.table(), holder));
            }
        }
    }

    private void keep(Hub.Sender sender, LocalMutation mutation, int hash, Receipt receipt) {
        if (!bugs.contains(Bug.RECEIPT_NOT_KEPT)) {
            String number = number(sender, mutation.number());
            state.receipts.put(mutation.id(), new Stored(receipt, hash, number));
            state.numbers.put(number, mutation.id());
        }
    }

    /** The hub as one device sees it. */
    private final class DeviceHub implements Hub {
        private final UUID id;

        DeviceHub(UUID id) {
            this.id = id;
        }

        @Override
        public Welcome hello(Hello hello) throws HubProblem {
            Device device = admitted(id);
            String prefix = id + "/" + hello.lineage() + "/";
            long answered =
                    state.numbers.keySet().stream()
                            .filter(number -> number.startsWith(prefix))
                            .mapToLong(number -> Long.parseLong(number.substring(prefix.length())))
                            .max()
                            .orElse(0);
            return new Welcome(id, TENANT, "console", device.role(), clock.get(), 30, answered);
        }

        @Override
        public List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem {
            Device device = admitted(id);
            List<@Nullable Receipt> known = new ArrayList<>();
            for (LocalMutation mutation : mutations) {
                known.add(known(sender, mutation, mutation.changes().hashCode()));
            }
            if (bugs.contains(Bug.POISON_STOPS_THE_QUEUE)) {
                for (LocalMutation mutation : mutations) {
                    if (!mutation.changes().stream().allMatch(ModelHub::understood)) {
                        throw new HubProblem(Kind.BROKEN, "cannot be understood");
                    }
                }
            }
            HubState before = bugs.contains(Bug.ANSWER_BEFORE_COMMIT) ? state.copy() : null;
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < mutations.size(); i++) {
                LocalMutation mutation = mutations.get(i);
                Receipt receipt = known.get(i);
                if (receipt == null) {
                    receipt = merge(device(device.id()), mutation, mutation.changes());
                    keep(sender, mutation, mutation.changes().hashCode(), receipt);
                } else {
                    state.numbers.putIfAbsent(number(sender, mutation.number()), mutation.id());
                }
                receipts.add(receipt);
            }
            if (before != null && ids.get().hashCode() % 16 == 0) {
                state = before;
                audit.restored(state);
            }
            return receipts;
        }

        @Override
        public Optional<Receipt> pushPart(
                Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
                throws HubProblem {
            Device device = admitted(id);
            int hash = head.at().hashCode();
            Receipt known = known(sender, head, hash);
            if (known != null) {
                state.numbers.putIfAbsent(number(sender, head.number()), head.id());
                return Optional.of(known);
            }
            TreeMap<Integer, List<RowChange>> parts =
                    state.parts.computeIfAbsent(head.id(), key -> new TreeMap<>());
            if (bugs.contains(Bug.PARTS_MERGED_BEFORE_WHOLE) && !parts.containsKey(part)) {
                parts.put(part, List.of());
                Receipt receipt = merge(device, head, changes);
                if (last) {
                    keep(sender, head, hash, receipt);
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
            Receipt receipt = merge(device, head, all);
            keep(sender, head, hash, receipt);
            state.parts.remove(head.id());
            return Optional.of(receipt);
        }

        @Override
        public List<ScopeClock> clocks() throws HubProblem {
            Device device = admitted(id);
            List<ScopeClock> clocks = new ArrayList<>();
            state.scopes.forEach(
                    (scope, log) -> {
                        if (Roles.reads(device, scope, TENANT)) {
                            clocks.add(new ScopeClock(scope, log.epoch, log.seq, false));
                        }
                    });
            return clocks;
        }

        @Override
        public List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem {
            ScopeLog log = readable(cursor.scope());
            boolean checks = !bugs.contains(Bug.MARK_UNCHECKED);
            if (checks && (cursor.epoch() != log.epoch || cursor.seq() > log.seq)) {
                throw new HubProblem(Kind.STRANGER, "epoch or clock");
            }
            if (cursor.seq() < log.retainedFrom - 1 && !bugs.contains(Bug.RETENTION_UNCHECKED)) {
                throw new HubProblem(Kind.TOO_FAR_BEHIND, "from " + log.retainedFrom);
            }
            boolean ends =
                    cursor.seq() < log.retainedFrom
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
                        && transaction.firstSeq() >= log.retainedFrom
                        && (fed.isEmpty() || count < Math.min(entries, FEED))) {
                    fed.add(transaction);
                    count += transaction.entries().size();
                }
            }
            return fed;
        }

        @Override
        public Chunk load(UUID scope, String table, @Nullable UUID after, int rows)
                throws HubProblem {
            ScopeLog log = readable(scope);
            TreeMap<String, Map<String, @Nullable Object>> found = new TreeMap<>();
            state.rows.forEach(
                    (key, row) -> {
                        boolean later =
                                after == null
                                        || key.id().toString().compareTo(after.toString()) > 0;
                        if (key.table().equals(table) && later && Row.scope(row).equals(scope)) {
                            found.put(key.id().toString(), row);
                        }
                    });
            int most = Math.min(rows, CHUNK);
            List<Map<String, @Nullable Object>> chunk =
                    found.values().stream().limit(most).toList();
            UUID mark = log.feed.isEmpty() ? null : log.feed.getLast().mark();
            return new Chunk(log.epoch, log.seq, mark, chunk, found.size() > most);
        }

        private ScopeLog readable(UUID scope) throws HubProblem {
            Device device = admitted(id);
            ScopeLog log = state.scopes.get(scope);
            if (log == null || !Roles.reads(device, scope, TENANT)) {
                throw new HubProblem(Kind.BROKEN, "not a scope of this device");
            }
            return log;
        }

        @Override
        public Map<String, ContentHash> hashes(UUID scope) throws HubProblem {
            readable(scope);
            return hashesOf(state.rows, scope);
        }

        @Override
        public UUID newLineage() throws HubProblem {
            admitted(id);
            return ids.get();
        }

        @Override
        public void poke(List<UUID> scopes) throws HubProblem {
            admitted(id);
            poked.accept(new HashSet<>(scopes));
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    static Map<String, ContentHash> hashesOf(
            Map<Key, Map<String, @Nullable Object>> rows, UUID scope) {
        Map<String, ContentHash> hashes = new TreeMap<>();
        rows.forEach(
                (key, row) -> {
                    if (Row.scope(row).equals(scope)) {
                        hashes.merge(
                                key.table(),
                                RowHash.of(SyncedTables.of(key.table()), row),
                                ContentHash::plus);
                    }
                });
        return hashes;
    }
}
