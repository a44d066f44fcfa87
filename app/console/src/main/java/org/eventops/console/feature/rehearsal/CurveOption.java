package org.eventops.console.feature.rehearsal;

import org.eventops.domain.door.rehearsal.BuiltInCurve;

/** One of the ways in which people may come. */
sealed interface CurveOption {
    record Shape(BuiltInCurve curve) implements CurveOption {}

    /** As they came to this one, from its entries. */
    record Earlier(String slug, String name) implements CurveOption {}

    /** As a file says, which is chosen beside it. */
    record FromFile() implements CurveOption {}
}
