package org.eventops.launcher.sync.real;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.server.HubAccess;
import org.eventops.sync.sim.FeedWatch;
import org.eventops.sync.sim.HubAudit;
import org.eventops.sync.sim.HubUnderTest;
import org.eventops.sync.sim.ModelHub;
import org.jspecify.annotations.Nullable;

/** The hub in PostgreSQL, as a history drives it; what it does is told to the audit. */
final class RealHub implements HubUnderTest, AutoCloseable {
    private static final int ALL = 100_000;

    /** A device of the history, and the login that is lent to it. */
    private record Member(int slot, String role, @Nullable Set<UUID> scopes, boolean revoked) {}

    private record Copy(String database, Object watched) {}

    private final RealDatabase database;
    private final Supplier<Instant> clock;
    private final FeedWatch watch;
    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private final Map<UUID, Hub> sessions = new HashMap<>();
    private final List<Copy> copies = new ArrayList<>();
    private final UUID watcher = new UUID(7, 7);
    private Consumer<Set<UUID>> poked = scopes -> {};
    private Instant told = Instant.EPOCH;
    private int closings;
    private int generation;

    RealHub(RealDatabase database, long seed, Supplier<Instant> clock, HubAudit audit) {
        this.database = database;
        this.clock = clock;
        this.watch = new FeedWatch(audit, clock);
        database.empty(seed);
        device(watcher, "admin", null, false);
    }

    /** The hub's clock goes with the history's. */
    void tick() {
        Instant now = clock.get();
        if (!now.equals(told)) {
            database.time(now);
            told = now;
        }
    }

    @Override
    public Hub connect(UUID device) throws HubProblem {
        return new RealSession(session(device), this, device);
    }

    private Hub session(UUID device) throws HubProblem {
        Hub open = sessions.remove(device);
        return open == null ? opened(device) : open;
    }

    private Hub opened(UUID device) throws HubProblem {
        Member member = Objects.requireNonNull(members.get(device));
        return new PgConnector(() -> database.access(member.slot())).connect();
    }

    /** Every fifteenth connection is ended, the others are lent to the next that asks. */
    void closed(UUID device, Hub session, boolean sound) {
        if (!sound || closings++ % 15 == 0 || sessions.containsKey(device)) {
            session.close();
        } else {
            sessions.put(device, session);
        }
    }

    /** Grows when all sessions were ended. */
    int generation() {
        return generation;
    }

    void poked(List<UUID> scopes) {
        poked.accept(new HashSet<>(scopes));
    }

    /** Reads what is new in every feed and has it judged. */
    void happened(UUID device, List<FeedWatch.Answered> answers) throws HubProblem {
        List<FeedTransaction> fed = new ArrayList<>();
        Map<UUID, Long> epochs = new LinkedHashMap<>();
        Hub eyes = session(watcher);
        for (Hub.ScopeClock each : eyes.clocks()) {
            epochs.put(each.scope(), each.epoch());
            long known = watch.known(each.scope());
            if (each.seq() != known) {
                Cursor cursor =
                        new Cursor(
                                each.scope(), each.epoch(), known, watch.mark(each.scope()), null);
                fed.addAll(eyes.pull(cursor, ALL));
            }
        }
        sessions.put(watcher, eyes);
        String role = Objects.requireNonNull(members.get(device)).role();
        watch.happened(role, device, answers, fed, epochs);
    }

    @Override
    public void device(UUID id, String role, @Nullable Set<UUID> scopes, boolean revoked) {
        Member before = members.get(id);
        int slot = before == null ? members.size() : before.slot();
        members.put(id, new Member(slot, role, scopes, revoked));
        if (before == null) {
            lend(id, slot);
        }
        admit(id);
        if (revoked && (before == null || !before.revoked())) {
            database.run("SELECT sync.revoke_device('" + ModelHub.TENANT + "', '" + id + "')");
        }
    }

    private void lend(UUID id, int slot) {
        String where = " WHERE login = '" + database.login(slot) + "'";
        for (String table :
                List.of(
                        "sync.device_login SET device",
                        "sync.device_verifier SET device",
                        "sync.device SET revoked_at = NULL, clock_ahead = NULL, lineage = gen_random_uuid(), id")) {
            database.run("UPDATE " + table + " = '" + id + "'" + where);
        }
        database.run("ALTER ROLE " + database.login(slot) + " LOGIN");
    }

    private void admit(UUID id) {
        Member member = Objects.requireNonNull(members.get(id));
        database.run(
                "UPDATE sync.device SET role = '%s', scopes = %s, revoked_at = %s WHERE id = '%s'"
                        .formatted(
                                member.role(),
                                RealDatabase.array(member.scopes()),
                                member.revoked() ? "coalesce(revoked_at, now())" : "NULL",
                                id));
    }

    @Override
    public @Nullable Set<UUID> scopes(UUID device) {
        String known = "SELECT unnest(scopes) FROM sync.device WHERE id = '" + device + "'";
        if (database.ask(
                        "SELECT 1 FROM sync.device WHERE scopes IS NOT NULL AND id = '"
                                + device
                                + "'")
                .isEmpty()) {
            return null;
        }
        Set<UUID> scopes = new HashSet<>();
        database.ask(known).forEach(each -> scopes.add(UUID.fromString(each)));
        return scopes;
    }

    @Override
    public Set<UUID> allScopes() {
        return watch.scopes();
    }

    @Override
    public List<UUID> leases() {
        return watch.keys("lease");
    }

    @Override
    public void onPoke(Consumer<Set<UUID>> listener) {
        poked = listener;
    }

    @Override
    public Object backup() {
        hangUp();
        Copy copy = new Copy(database.backup(), watch.backup());
        copies.add(copy);
        return copy;
    }

    @Override
    public void restore(Object backup, boolean newEpochs) {
        // who may take part is as it is now, but for events that have come to be since
        members.replaceAll(
                (id, member) ->
                        new Member(member.slot(), member.role(), scopes(id), member.revoked()));
        hangUp();
        Copy copy = (Copy) backup;
        database.restore(copy.database(), newEpochs);
        watch.restore(copy.watched());
        members.keySet().forEach(this::admit);
        told = Instant.EPOCH;
        tick();
    }

    private void hangUp() {
        sessions.values().forEach(Hub::close);
        sessions.clear();
        generation++;
        database.endSessions();
    }

    /** Ages the feed as time would, and has it cut to its retention. */
    @Override
    public void cut(UUID scope, long keepFrom) {
        database.run(
                "UPDATE sync.change_log l SET written = now() - interval '100 days'"
                        + " FROM sync.change_log e WHERE e.scope = '%s' AND l.scope = e.scope"
                                .formatted(scope)
                        + " AND l.mark = e.mark AND e.seq <= "
                        + keepFrom,
                "SELECT sync.trim_feed('" + ModelHub.TENANT + "', 30)");
    }

    /** The hub begins a stock by itself, with the quantity of its product. */
    @Override
    public void stock(UUID scope, String product, int capacity) {}

    @Override
    public void lease(UUID scope, String product, UUID device, int most) {
        List<String> products =
                database.ask(
                        "SELECT name_key FROM sync.product WHERE scope = '"
                                + scope
                                + "' ORDER BY 1");
        if (!products.isEmpty()) {
            sell(device, "SELECT sync.lease_take(?, ?, ?)", scope, products.getFirst(), most);
        }
    }

    @Override
    public void endLease(UUID lease, String state) {
        UUID holder = (UUID) Objects.requireNonNull(watch.row("lease", lease)).get("device");
        boolean returned = state.equals("RETURNED");
        sell(
                returned ? Objects.requireNonNull(holder) : watcher,
                returned ? "SELECT sync.lease_return(?)" : "SELECT sync.lease_revoke(?)",
                lease);
    }

    /** What the console's stock screen would ask of the hub; a refusal is an answer, too. */
    private void sell(UUID device, String sql, Object... values) {
        tick();
        HubAccess access = database.access(Objects.requireNonNull(members.get(device)).slot());
        try (Connection connection =
                        DriverManager.getConnection(
                                access.hub().jdbcUrl(),
                                access.hub()
                                        .properties(
                                                access.login().role(), access.login().secret()));
                PreparedStatement call = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                call.setObject(i + 1, values[i]);
            }
            call.execute();
        } catch (SQLException e) {
            if (!Set.of("EO002", "EO025", "28000").contains(Objects.toString(e.getSQLState()))) {
                throw new IllegalStateException(e);
            }
        }
        try {
            happened(device, List.of());
        } catch (HubProblem e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hangUp();
        copies.forEach(copy -> database.forget(copy.database()));
    }
}
