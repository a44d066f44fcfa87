package org.eventops.sync.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.ContentHash;
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

    HubState state = new HubState();
    final Supplier<UUID> ids;
    final Supplier<Instant> clock;
    final Set<Bug> bugs;
    final HubAudit audit;
    Consumer<Set<UUID>> poked = scopes -> {};

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

    @Override
    public Set<UUID> allScopes() {
        return new HashSet<>(state.scopes.keySet());
    }

    @Override
    public List<UUID> leases() {
        return state.rows.keySet().stream()
                .filter(key -> key.table().equals("lease"))
                .map(Key::id)
                .toList();
    }

    @Override
    public void onPoke(Consumer<Set<UUID>> listener) {
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

    /** The newest of those cut off stays: its mark tells that a cursor is of this history. */
    @Override
    public void cut(UUID scope, long keepFrom) {
        ScopeLog log = state.scopes.get(scope);
        if (log != null) {
            log.feed.stream()
                    .filter(transaction -> transaction.firstSeq() <= keepFrom)
                    .reduce((one, other) -> other)
                    .ifPresent(first -> log.retainedFrom = first.lastSeq());
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
        return new DeviceHub(this, device);
    }

    Device admitted(UUID id) throws HubProblem {
        Device device = state.devices.get(id);
        if (device == null) {
            throw new HubProblem(Kind.REFUSED, "unknown device");
        }
        if (device.revoked()) {
            throw new HubProblem(Kind.REVOKED, "revoked");
        }
        return device;
    }

    static String number(Hub.Sender sender, long number) {
        return sender.device() + "/" + sender.lineage() + "/" + number;
    }

    @Nullable Receipt known(Hub.Sender sender, LocalMutation mutation, int hash) throws HubProblem {
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

    Receipt merge(Device device, LocalMutation mutation, List<RowChange> changes) {
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

    Device device(UUID id) {
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

    static boolean understood(RowChange change) {
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

    void keep(Hub.Sender sender, LocalMutation mutation, int hash, Receipt receipt) {
        if (!bugs.contains(Bug.RECEIPT_NOT_KEPT)) {
            String number = number(sender, mutation.number());
            state.receipts.put(mutation.id(), new Stored(receipt, hash, number));
            state.numbers.put(number, mutation.id());
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
