package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.persistence.Store;
import org.eventops.sync.carry.CarriedForward;
import org.eventops.sync.carry.CarryingHub;
import org.eventops.sync.carry.ParcelFolder;
import org.eventops.sync.carry.Parcels;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.LoadPace;
import org.eventops.sync.engine.SyncEngine;
import org.eventops.sync.engine.Time;
import org.eventops.sync.hub.OwnSessions;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.hub.PgWakeups;
import org.eventops.sync.run.SyncDriver;
import org.eventops.sync.server.DeviceSecrets;
import org.eventops.sync.server.EnrolmentBundle;
import org.eventops.sync.server.FirstConnection;
import org.eventops.sync.server.FolderDeviceSecrets;
import org.eventops.sync.server.HubAccess;
import org.jspecify.annotations.Nullable;

/** The exchange of one open store with its hub, put together from its parts. */
public final class HubExchange implements SyncControl, AutoCloseable {
    private final Store store;
    private final Path folder;
    private final Clock clock;
    private final DeviceSecrets secrets;
    private final FirstConnection first;
    private final OwnSessions sessions = new OwnSessions();
    private final SealedAway sealed;
    private final AwayLock away;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable SyncDriver driver;
    private volatile @Nullable Connection connection;
    private volatile boolean off;

    HubExchange(Store store, Path folder, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.secrets = new FolderDeviceSecrets(folder, store.key());
        this.first = new FirstConnection(secrets, new SecureRandom());
        this.sealed = new SealedAway(store, folder);
        this.away = new AwayLock(store, clock);
    }

    /** Begins to exchange, if this store belongs to a hub. */
    public synchronized void start() {
        if (!off && driver == null && sealed().isEmpty()) {
            member().ifPresent(this::drive);
        }
    }

    /** This run does not touch the network. */
    public void switchOff() {
        off = true;
        pullThePlug();
    }

    private void drive(HubAccess access) {
        CarriedForward forward = new CarriedForward(carried(), me(access), clock);
        SyncEngine engine =
                new SyncEngine(
                        () -> new CarryingHub(open(), forward),
                        store.outbox(),
                        store.replica(),
                        Time.system(),
                        "eventops",
                        this::openConflicts,
                        LoadPace.USUAL);
        engine.onWelcome(away::heard);
        SyncDriver started =
                new SyncDriver(
                        engine,
                        store.outbox(),
                        new PgWakeups(this::kept),
                        Time.system(),
                        store.meter());
        started.listen(this::tell);
        driver = started;
        started.start();
    }

    /** Whether this run does not touch the network. */
    boolean isOff() {
        return off;
    }

    /** What a call to the hub of its own needs; empty as long as this store belongs to none. */
    Optional<HubAccess> access() throws HubProblem {
        return member().isEmpty() ? Optional.empty() : Optional.of(settled());
    }

    /** The access as it is kept; empty as long as this store belongs to no hub. */
    private Optional<HubAccess> member() {
        return store.replica().membership().flatMap(unused -> secrets.read());
    }

    private Hub open() throws HubProblem {
        HubAccess known = settled();
        return new PgConnector(() -> known, sessions).connect();
    }

    /** The access with the one secret that holds, also after a change of it was cut. */
    private HubAccess settled() throws HubProblem {
        return first.settled(kept());
    }

    private HubAccess kept() {
        return secrets.read().orElseThrow(() -> new IllegalStateException("no secret kept"));
    }

    private void tell(SyncStatus status) {
        if (status.state() == State.LOCKED) {
            sealed.shut(parcels().orElseThrow());
        }
        Instant last = status.lastExchange();
        if (last != null) {
            away.answered(last);
        }
        SyncStatus told = unlessAway(status);
        listeners.forEach(each -> each.accept(told));
    }

    private SyncStatus unlessAway(SyncStatus status) {
        boolean other = status.state() == State.LOCKED || status.state() == State.ALONE;
        return !other && away.locked() ? status.as(State.AWAY) : status;
    }

    /** Whether it was without the hub for longer than the organisation permits. */
    public boolean away() {
        return away.locked();
    }

    /** The file with what was not sent, if an administrator has taken this console out. */
    public Optional<Path> sealed() {
        return sealed.file();
    }

    private ParcelFolder carried() {
        return new ParcelFolder(folder);
    }

    private static Parcels.Me me(HubAccess access) {
        return new Parcels.Me(
                access.device().id(),
                access.device().tenant(),
                access.device().name(),
                access.keys());
    }

    /** Gives out and takes in files of changes; empty as long as this store belongs to no hub. */
    Optional<Parcels> parcels() {
        return member().map(
                        access ->
                                new Parcels(
                                        store.outbox(),
                                        store.replica(),
                                        carried(),
                                        me(access),
                                        clock));
    }

    @Override
    public SyncStatus status() {
        SyncDriver running = driver;
        if (running != null) {
            return unlessAway(running.status());
        }
        if (sealed().isPresent()) {
            return asKept(State.LOCKED);
        }
        boolean alone = store.replica().membership().isEmpty();
        return unlessAway(asKept(alone ? State.ALONE : off ? State.OFF : State.CONNECTING));
    }

    /** What the store itself knows, as long as nothing was exchanged. */
    private SyncStatus asKept(State state) {
        Outbox.Backlog backlog = store.outbox().backlog();
        boolean alone = state == State.ALONE;
        boolean ready =
                alone
                        || (!store.replica().cursors().isEmpty()
                                && store.replica().cursors().stream()
                                        .noneMatch(cursor -> cursor.loading() != null));
        return new SyncStatus(
                state,
                alone ? 0 : backlog.count(),
                alone ? null : backlog.oldest(),
                null,
                null,
                openConflicts(),
                null,
                ready ? 1 : 0,
                ready,
                0,
                0,
                null);
    }

    private int openConflicts() {
        return store.transactions().read(() -> store.conflicts().open());
    }

    @Override
    public Subscription listen(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<Connection> connection() {
        Connection known = connection;
        if (known == null) {
            known = member().map(HubExchange::connection).orElse(null);
            connection = known;
        }
        return Optional.ofNullable(known);
    }

    private static Connection connection(HubAccess access) {
        return new Connection(
                access.hub().host() + ":" + access.hub().port(),
                access.device().tenantName(),
                access.device().name(),
                access.device().role());
    }

    @Override
    public ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress) {
        if (off) {
            return new ConnectOutcome.Failed(Trouble.SWITCHED_OFF);
        }
        Optional<Connection> already = connection();
        if (already.isPresent() && !mayEnrolAgain()) {
            return new ConnectOutcome.AlreadyConnected(already.get());
        }
        Optional<EnrolmentBundle> opened = EnrolmentBundle.open(bundle, passphrase);
        if (opened.isEmpty()) {
            return new ConnectOutcome.NotOpened();
        }
        if (already.isPresent() && !sameTenant(opened.get())) {
            return new ConnectOutcome.AlreadyConnected(already.get());
        }
        Optional<HubAccess> before = already.flatMap(unused -> secrets.read());
        if (before.isPresent()) {
            pullThePlug();
            secrets.forget();
        }
        try {
            return connected(first.use(opened.get()));
        } catch (HubProblem e) {
            // A bundle that was good for nothing leaves everything as it was.
            before.ifPresent(secrets::keep);
            start();
            return e.kind() == HubProblem.Kind.REFUSED
                    ? new ConnectOutcome.Expired()
                    : new ConnectOutcome.Failed(e.trouble());
        }
    }

    /** It was taken out; or its hub does not know it any more, as after a restore. */
    private boolean mayEnrolAgain() {
        return sealed().isPresent() || status().trouble() == Trouble.REFUSED;
    }

    private ConnectOutcome connected(HubAccess access) throws HubProblem {
        Membership member = Joining.of(access);
        if (store.replica().membership().isPresent()) {
            letInAgain(member);
        } else {
            store.adopt(member.tenant(), member.device(), member.lineage());
        }
        Connection fresh = connection(access);
        connection = fresh;
        start();
        return new ConnectOutcome.Connected(fresh);
    }

    private boolean sameTenant(EnrolmentBundle bundle) {
        return store.replica()
                .membership()
                .orElseThrow()
                .tenant()
                .equals(bundle.access().device().tenant());
    }

    /** Under another name: what was not sent goes out with it. */
    private void letInAgain(Membership member) {
        pullThePlug();
        store.replica().keep(member);
        sealed.open();
    }

    private synchronized void pullThePlug() {
        if (driver != null) {
            driver.close();
            driver = null;
        }
    }

    @Override
    public synchronized void now() {
        start();
        if (driver != null) {
            driver.now();
        }
    }

    @Override
    public void close() {
        pullThePlug();
    }
}
