package org.eventops.console.feature.badge;

import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.event.EventRow;
import org.eventops.resources.Texts;

/** A made-up person for an event that has nobody yet, and for test pages. */
final class SampleFace {
    private SampleFace() {}

    static BadgeFace of(Texts texts, EventRow event) {
        return new BadgeFace(
                texts.get("badge.sample.name"),
                texts.get("badge.sample.company"),
                texts.get("badge.sample.product"),
                texts.get("badge.sample.order"),
                event.name(),
                event.starts().atZone(event.zone()),
                texts.get("badge.sample.code"));
    }
}
