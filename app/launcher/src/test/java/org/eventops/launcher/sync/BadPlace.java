package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubOperator;

/**
 * An organisation with an office whose wire is well and a door whose wire is not, and what must
 * hold of both once it is mended.
 */
final class BadPlace implements AutoCloseable {
    /** I9: so long after the last fault has healed nothing waits any more. */
    static final Duration MENDED = Duration.ofSeconds(30);

    private final HubForTests hub;
    private final Path folder;
    private final HubOperator.Tenant tenant;
    private final Set<String> greens = new TreeSet<>();
    final FaultyWire wire;
    final DoorForTests office;
    final DoorForTests door;
    private final int tickets;
    private int next;

    /**
     * @param hub can serve several places at once
     * @param name of the organisation, and of its folder
     */
    BadPlace(HubForTests hub, Path folder, String name, int tickets) throws Exception {
        this.hub = hub;
        this.tickets = tickets;
        this.folder = folder.resolve(name);
        this.tenant = hub.tenant(name);
        this.wire = new FaultyWire(hub.port());
        this.office = new DoorForTests(this.folder.resolve("office"));
        new BigEvent(tickets, 0).into(office.console());
        connect(office, "office", "admin", hub.port());
        office.await("all at the hub", () -> office.waiting() == 0);
        this.door = new DoorForTests(this.folder.resolve("door"));
    }

    /** Connected, and with everything. */
    BadPlace joined() throws Exception {
        join();
        door.await("the event", () -> door.status().state() == State.UP_TO_DATE);
        return this;
    }

    void join() throws Exception {
        joinAs("supervisor");
    }

    void joinAs(String role) throws Exception {
        connect(door, "door", role, wire.port());
    }

    private void connect(DoorForTests console, String name, String role, int port)
            throws Exception {
        assertThat(hub.connect(console.console(), hub.bundle(tenant, name, role, port)))
                .isInstanceOf(ConnectOutcome.Connected.class);
    }

    /** The next tickets enter at the door. */
    void enter(int tickets) {
        enter(door, tickets);
    }

    void enter(DoorForTests where, int tickets) {
        for (int i = 0; i < tickets; i++, next++) {
            assertThat(where.scan(next)).isEqualTo(Verdict.ADMITTED);
            greens.add(BigEvent.code(next));
        }
    }

    /** So many tickets more, in one change made at the door. */
    void grow(int more) {
        new BigEvent(tickets + more, 0).into(door.console(), tickets);
    }

    /** What the door says while it lasts is true: why, and how much waits. */
    void saysSo(Trouble trouble) throws InterruptedException {
        door.await(
                "that it says so: " + trouble,
                () ->
                        door.status().trouble() == trouble
                                && door.status().state() == State.UNREACHABLE
                                && door.status().waiting() == door.waiting()
                                && door.waiting() > 0);
        assertThat(door.status().oldest()).isNotNull();
    }

    /** As long as it is open, a push of the door waits inside the hub. */
    Connection holdsPushes() throws Exception {
        Connection other = hub.administrator();
        other.setAutoCommit(false);
        try (PreparedStatement lock =
                other.prepareStatement(
                        "SELECT FROM sync.device WHERE tenant = ? AND name = 'door' FOR UPDATE")) {
            lock.setObject(1, tenant.id());
            lock.execute();
        }
        return other;
    }

    boolean pushWaits() {
        return reckoned(
                        "SELECT count(*) FROM pg_stat_activity a JOIN sync.device d"
                                + " ON d.login = a.usename WHERE d.tenant = ?"
                                + " AND a.wait_event_type = 'Lock' AND a.query LIKE '%sync.push(%'")
                > 0;
    }

    private long reckoned(String sql) {
        try {
            return hub.number(sql, tenant.id());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Mutations of the door that the hub has answered. */
    long answeredAtHub() {
        return reckoned(
                "SELECT count(*) FROM sync.receipt r JOIN sync.device d ON d.id = r.device"
                        + " WHERE r.tenant = ? AND d.name = 'door'");
    }

    /** From now on everything is well: what the invariants say must come within their time. */
    void isWhole() throws Exception {
        long since = System.nanoTime();
        door.await("nothing waits", MENDED, () -> door.waiting() == 0 && office.waiting() == 0);
        door.await("that it says so", left(since), () -> door.status().state() == State.UP_TO_DATE);
        office.await("the same content", left(since), () -> same());
        door.await("the hub's content", left(since), () -> contents().equals(atHub()));
        assertThat(door.status().trouble()).isNull();
        onceAtHub();
    }

    private static Duration left(long since) {
        return MENDED.minusNanos(System.nanoTime() - since);
    }

    private Map<String, ContentHash> contents() {
        return filled(door.content());
    }

    private boolean same() {
        return filled(office.content()).equals(contents());
    }

    private static Map<String, ContentHash> filled(Map<String, ContentHash> content) {
        Map<String, ContentHash> filled = new TreeMap<>(content);
        filled.values().removeIf(ContentHash.NONE::equals);
        return filled;
    }

    private Map<String, ContentHash> atHub() {
        try {
            return filled(hub.content(folder.resolve("office"), office.event()));
        } catch (HubProblem e) {
            throw new AssertionError(e);
        }
    }

    /** No green scan lost, none twice; no mutation merged twice. */
    private void onceAtHub() throws Exception {
        String scans = "SELECT count(*) FROM sync.scan WHERE tenant = ? AND verdict = 'ADMITTED'";
        assertThat(hub.number(scans, tenant.id())).isEqualTo(greens.size());
        assertThat(hub.number(scans + " AND code = ANY (?)", tenant.id(), codes()))
                .isEqualTo(greens.size());
        assertThat(
                        reckoned(
                                "SELECT count(*) FROM (SELECT FROM sync.change_log WHERE tenant = ?"
                                        + " AND tbl = 'scan' GROUP BY key HAVING count(*) > 1) twice"))
                .as("told twice")
                .isZero();
        assertThat(answeredAtHub()).as("answers").isEqualTo(merged());
    }

    private String[] codes() {
        return greens.toArray(String[]::new);
    }

    /** Mutations of the door that the feed tells of. */
    private long merged() {
        return reckoned(
                "SELECT count(DISTINCT l.mutation) FROM sync.change_log l JOIN sync.device d"
                        + " ON d.id = l.device WHERE l.tenant = ? AND d.name = 'door'");
    }

    @Override
    public void close() throws IOException {
        door.close();
        office.close();
        wire.close();
    }
}
