package org.eventops.domain.failure;

/** Something thrown that says itself what it is; whatever does not is a bug. */
public interface Classified {
    Failure failure();
}
