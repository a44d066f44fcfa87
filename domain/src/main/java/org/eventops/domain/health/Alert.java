package org.eventops.domain.health;

import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.readiness.Finding;

/** Something that a person should look at now. */
public sealed interface Alert {
    /** Too many answers took over two seconds. */
    record Slow(Figures figures) implements Alert {}

    /** Too many calls failed, most of them for this reason. */
    record Errors(Figures figures, FailureKind mostly) implements Alert {}

    /** Nothing of what was tried succeeded. */
    record Failing(Figures figures, FailureKind mostly) implements Alert {}

    /** Too many assistants' answers could not be used. */
    record Assistants(Figures figures) implements Alert {}

    /** A look found something bad. */
    record Found(Finding finding) implements Alert {}
}
