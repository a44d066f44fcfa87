package org.eventops.launcher.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.event.EventRow;
import org.eventops.persistence.Store;
import org.eventops.sync.engine.Hub;
import org.jspecify.annotations.Nullable;

/**
 * A console that was without its hub for longer than its organisation permits does no more work
 * until the hub has answered again: nobody could have taken it out in all that time. Never while an
 * event is on.
 */
final class AwayLock {
    private static final String REACHED = "hub.reached";
    private static final String DAYS = "hub.away.days";

    /** Around an event, as the hub has it. */
    private static final Duration AROUND = Duration.ofHours(4);

    /** How exactly the last answer is remembered over a restart. */
    private static final Duration EXACT = Duration.ofHours(1);

    private final Store store;
    private final Clock clock;
    private @Nullable Known known;

    private record Known(Optional<Instant> reached, Optional<Instant> kept, Duration permitted) {}

    AwayLock(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The hub let this console in, and said how long it may be away. */
    synchronized void heard(Hub.Welcome welcome) {
        known = written(clock.instant(), Duration.ofDays(welcome.awayDays()));
    }

    /** The hub answered at this time. */
    synchronized void answered(Instant at) {
        Known before = known();
        boolean news = before.reached().map(at::isAfter).orElse(true);
        if (before.permitted().isZero() || !news) {
            return;
        }
        boolean old = before.kept().map(kept -> kept.plus(EXACT).isBefore(at)).orElse(true);
        known =
                old
                        ? written(at, before.permitted())
                        : new Known(Optional.of(at), before.kept(), before.permitted());
    }

    /** Whether nothing may be done here until the hub has answered. */
    synchronized boolean locked() {
        Known now = known();
        Instant here = clock.instant();
        boolean away =
                now.reached().map(at -> at.plus(now.permitted()).isBefore(here)).orElse(false);
        return away
                && store.transactions().read(this::rows).stream().noneMatch(row -> on(row, here));
    }

    private List<EventRow> rows() {
        return store.access().ownWork(() -> store.events().rows());
    }

    private static boolean on(EventRow event, Instant now) {
        return !now.isBefore(event.starts().minus(AROUND))
                && now.isBefore(event.ends().plus(AROUND));
    }

    private Known known() {
        Known read = known;
        if (read == null) {
            read = store.transactions().read(this::read);
            known = read;
        }
        return read;
    }

    private Known read() {
        Optional<Instant> at =
                store.settings().get(REACHED).filter(text -> !text.isBlank()).map(Instant::parse);
        Optional<Duration> days =
                store.settings().get(DAYS).map(Long::parseLong).map(Duration::ofDays);
        // as long as no hub has said how long, nothing is locked
        return new Known(days.flatMap(unused -> at), at, days.orElse(Duration.ZERO));
    }

    private Known written(Instant at, Duration permitted) {
        store.transactions()
                .write(
                        () -> {
                            store.settings().put(REACHED, at.toString());
                            store.settings().put(DAYS, Long.toString(permitted.toDays()));
                            return true;
                        });
        return new Known(Optional.of(at), Optional.of(at), permitted);
    }
}
