package org.eventops.sync.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.sync.SyncStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console's side of sync as docs/sync.md lays it down: a state machine that does one bounded
 * piece of work a turn. One thread calls {@link #turn}; the other methods are for any thread. What
 * it keeps in memory can be lost at any moment.
 */
public final class SyncEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    /** With the heartbeat of the listening connection, fewer than two queries a second. */
    private static final Duration LIVE_POLL = Duration.ofMillis(550);

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final int PUSHES_IN_A_ROW = 20;

    private final Session session;
    private final Replica replica;
    private final Time time;
    private final Scopes scopes;
    private final Pushing pushing;
    private final Following following;
    private final Reloading reloading;
    private final Standing standing;
    private @Nullable Membership membership;
    private boolean locked;
    private long askAt;
    private long forgetAt;
    private int pushes;
    private volatile boolean poked;
    private volatile boolean hurried;
    private volatile boolean renewed;
    private Consumer<Hub.Welcome> welcomed = welcome -> {};

    /**
     * @param program name and version, for the hub's log
     * @param conflicts how many are open here
     * @param pace how much a first load takes at once
     */
    public SyncEngine(
            Connector connector,
            Outbox outbox,
            Replica replica,
            Time time,
            String program,
            IntSupplier conflicts,
            LoadPace pace) {
        this.replica = replica;
        this.time = time;
        this.session = new Session(connector, program, time);
        this.scopes = new Scopes(replica);
        this.pushing = new Pushing(outbox, replica, scopes, time);
        this.following = new Following(outbox, replica, scopes, time, pace);
        this.reloading = new Reloading(outbox, replica, scopes, pace.least());
        this.standing = new Standing(outbox, conflicts);
        this.askAt = time.in(Duration.ZERO);
        this.forgetAt = time.in(FORGET);
    }

    /** Told, in a turn, what the hub says at each new connection; before the first turn. */
    public void onWelcome(Consumer<Hub.Welcome> listener) {
        welcomed = listener;
    }

    /** Something was committed here. */
    public void added() {
        pushing.added();
    }

    /** Another console has something new. */
    public void poked() {
        poked = true;
    }

    /** Do not wait any longer, not even after a failure. */
    public void hurry() {
        hurried = true;
        poked = true;
    }

    /** This store was connected, or taken into another lineage, by somebody else. */
    public void membershipChanged() {
        hurry();
        renewed = true;
    }

    /**
     * Does one piece of work. What the store throws comes out; the engine can be called again all
     * the same, and reads again what it was unsure of.
     */
    public Turn turn() {
        if (renewed) {
            renewed = false;
            membership = null;
            locked = false;
            session.close();
        }
        if (locked) {
            return Turn.in(Turn.Did.LOCKED, LONG);
        }
        Optional<Membership> member = member();
        if (member.isEmpty()) {
            return Turn.in(Turn.Did.ALONE, LONG);
        }
        if (hurried) {
            hurried = false;
            session.hurry();
        }
        if (!session.pause().isZero()) {
            return Turn.in(Turn.Did.PAUSED, session.pause());
        }
        return guarded(member.get());
    }

    private Turn guarded(Membership member) {
        boolean finished = false;
        try {
            Turn turn = work(member);
            finished = true;
            return turn;
        } catch (HubProblem problem) {
            finished = true;
            return after(problem);
        } finally {
            if (!finished) {
                scopes.unsure();
                reloading.startOver();
                pushing.added();
                membership = null;
            }
        }
    }

    /** Uses the time in which no turn is wanted. */
    public void rest() {
        replica.secure();
    }

    /** How things stand, as of the last turn. */
    public SyncStatus status() {
        boolean moving =
                pushing.repeats()
                        || reloading.waits()
                        || !scopes.asked()
                        || !scopes.behind().isEmpty();
        return standing.status(
                member().isPresent(),
                locked,
                moving,
                scopes,
                new Standing.Counts(pushing.answered(), following.pulled(), following.lag()));
    }

    /** How often the feed said what could not be so; each time the scope was gathered anew. */
    public long puzzles() {
        return following.puzzles();
    }

    /** Ends the connection. */
    public void close() {
        session.close();
    }

    private Optional<Membership> member() {
        if (membership == null) {
            membership = replica.membership().orElse(null);
        }
        return Optional.ofNullable(membership);
    }

    private Turn work(Membership member) throws HubProblem {
        if (!session.isOpen()) {
            return hello(member);
        }
        Hub hub = session.hub();
        Hub.Sender sender = new Hub.Sender(member.device(), member.lineage());
        if (pushing.repeats()) {
            pushing.pushAgain(hub, sender);
            return done(Turn.Did.REPEATED);
        }
        if (pushing.waits() && pushes < PUSHES_IN_A_ROW && pushing.push(hub, sender)) {
            pushes++;
            return done(Turn.Did.PUSHED);
        }
        pushes = 0;
        if (pushing.pokes()) {
            pushing.poke(hub);
            return done(Turn.Did.POKED);
        }
        return fetch(hub);
    }

    private Turn fetch(Hub hub) throws HubProblem {
        if (poked || time.until(askAt).isZero()) {
            poked = false;
            scopes.heard(hub.clocks());
            askAt = time.in(scopes.live() ? LIVE_POLL : POLL);
            return done(Turn.Did.ASKED);
        }
        List<UUID> behind = scopes.behind();
        UUID scope = behind.isEmpty() ? null : behind.getFirst();
        if (scope != null) {
            return follow(hub, scope);
        }
        if (reloading.waits()) {
            reloading.step(hub);
            if (!reloading.waits()) {
                following.swapped();
                pushing.settled();
            }
            return done(Turn.Did.RELOADED);
        }
        return tidy(hub);
    }

    private Turn follow(Hub hub, UUID scope) throws HubProblem {
        scopes.asking(scope);
        try {
            Turn.Did did = following.follow(hub, scope);
            scopes.answered(scope);
            return done(did);
        } catch (HubProblem problem) {
            switch (problem.kind()) {
                case STRANGER -> {
                    pushing.repeatAll();
                    scopes.reload(scope);
                }
                case TOO_FAR_BEHIND -> scopes.reload(scope);
                default -> throw problem;
            }
            return done(Turn.Did.RELOADED);
        }
    }

    private Turn tidy(Hub hub) throws HubProblem {
        for (UUID gone : scopes.vanished()) {
            if (following.drop(gone)) {
                return done(Turn.Did.DROPPED);
            }
        }
        if (following.repairs()) {
            if (following.repair(hub)) {
                return Turn.in(Turn.Did.REPAIRED, time.until(askAt));
            }
        }
        if (time.until(forgetAt).isZero()) {
            forgetAt = time.in(FORGET);
            pushing.forget();
            return done(Turn.Did.FORGOT);
        }
        return Turn.in(Turn.Did.IDLE, pushing.waits() ? Duration.ZERO : time.until(askAt));
    }

    private Turn hello(Membership member) throws HubProblem {
        Hub.Welcome welcome = session.open(member, pushing.newest());
        standing.hubTime(welcome.now(), time.now());
        welcomed.accept(welcome);
        if (!welcome.known()) {
            pushing.repeat();
        }
        askAt = time.in(Duration.ZERO);
        scopes.connected();
        following.connected();
        reloading.connected();
        pushing.added();
        return done(Turn.Did.HELLO);
    }

    private Turn done(Turn.Did did) {
        session.answered();
        standing.answered(time.now());
        return Turn.again(did);
    }

    private Turn after(HubProblem problem) {
        if (problem.kind() == HubProblem.Kind.OTHER_HISTORY) {
            return otherHistory();
        }
        told(problem);
        standing.trouble(problem);
        scopes.unsure();
        if (problem.kind() == HubProblem.Kind.REVOKED) {
            locked = true;
            session.close();
            return new Turn(Turn.Did.LOCKED, LONG, problem);
        }
        return new Turn(Turn.Did.FAILED, session.failed(), problem);
    }

    /** What only a programmer can mend is told whole; the rest is the day's weather. */
    private static void told(HubProblem problem) {
        if (problem.kind() == HubProblem.Kind.BROKEN) {
            LOG.error("the hub was not understood", problem);
        } else {
            LOG.debug("no exchange: {}", problem.getMessage());
        }
    }

    /** This store is a copy of another one, or was restored: its numbers go on in a new lineage. */
    private Turn otherHistory() {
        try {
            Membership old = member().orElseThrow();
            Membership renumbered =
                    new Membership(old.device(), old.tenant(), session.hub().newLineage());
            replica.keep(renumbered);
            membership = renumbered;
            pushing.added();
            return done(Turn.Did.PUSHED);
        } catch (HubProblem problem) {
            standing.trouble(problem);
            return new Turn(Turn.Did.FAILED, session.failed(), problem);
        }
    }

    /**
     * A turn ended with what the store, or a bug, threw: said in the status until an answer comes.
     */
    public void broken() {
        standing.broken();
    }
}
