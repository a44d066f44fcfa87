package org.eventops.domain.health;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Topic;

/** What there is to say of the store and the log. */
public final class StoreLooks {
    static final Duration LOOKED_BACK = Duration.ofDays(1);

    /** With more than this in the journal and no copy, a rebuild takes its time. */
    static final long MUCH = 64L << 20;

    private static final long MEGABYTE = 1L << 20;

    private final StoreCondition store;
    private final LogBook log;
    private final Clock clock;

    public StoreLooks(StoreCondition store, LogBook log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** One of each topic. */
    public List<Finding> all() {
        StoreFigures figures = store.figures();
        return List.of(opening(figures), journal(figures), snapshot(figures), log());
    }

    private static Finding opening(StoreFigures figures) {
        Object[] sizes = {
            megabytes(figures.databaseBytes()),
            megabytes(figures.journalBytes()),
            figures.journalFiles(),
            figures.recovered()
        };
        if (figures.rebuilt()) {
            return Finding.advice(Topic.STORE, "rebuilt", sizes);
        }
        return figures.recovered() > 0
                ? Finding.good(Topic.STORE, "recovered", sizes)
                : Finding.good(Topic.STORE, "open", sizes);
    }

    private static Finding journal(StoreFigures figures) {
        return figures.damagedPlaces() == 0
                ? Finding.good(Topic.JOURNAL, "whole")
                : Finding.bad(Topic.JOURNAL, "damaged", figures.damagedPlaces());
    }

    private Finding snapshot(StoreFigures figures) {
        return figures.snapshot()
                .map(at -> Finding.good(Topic.SNAPSHOT, "taken", days(at)))
                .orElseGet(
                        () ->
                                figures.journalBytes() > MUCH
                                        ? Finding.advice(Topic.SNAPSHOT, "none")
                                        : Finding.good(Topic.SNAPSHOT, "notYet"));
    }

    private Finding log() {
        try {
            int errors = log.errorsSince(clock.instant().minus(LOOKED_BACK));
            return errors == 0
                    ? Finding.good(Topic.LOG, "quiet")
                    : Finding.advice(Topic.LOG, "errors", errors);
        } catch (IOException e) {
            return Finding.advice(Topic.LOG, "unreadable");
        }
    }

    private long days(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toDays());
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
