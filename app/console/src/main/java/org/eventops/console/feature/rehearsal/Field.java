package org.eventops.console.feature.rehearsal;

/** What a rehearsal is asked for. */
enum Field {
    CURVE,
    LIST,
    ARRIVALS,
    MINUTES,
    LANES,
    HANDLING,
    TARGET
}
