package org.eventops.launcher.wiring;

import java.util.Optional;
import org.eventops.persistence.Opening;
import org.eventops.resources.Texts;

/** Says what was recovered while a store was opened. */
record RecoverySentence(Texts texts) {
    /** Empty after a clean end. */
    Optional<String> of(Opening opening) {
        if (opening.journalShorter()) {
            return Optional.of(texts.get("cli.opening.shorter") + damage(opening));
        }
        return switch (opening.state()) {
            case CREATED, CLEAN -> Optional.empty();
            case RECOVERED ->
                    Optional.of(
                            opening.damagedPlaces() == 0
                                    ? texts.get("cli.opening.RECOVERED", opening.applied())
                                    : texts.get("cli.opening.DAMAGED", opening.applied())
                                            + damage(opening));
            case REBUILT ->
                    Optional.of(
                            texts.get("cli.opening.REBUILT", opening.applied()) + damage(opening));
        };
    }

    private String damage(Opening opening) {
        return opening.damagedPlaces() == 0
                ? ""
                : " " + texts.get("cli.opening.damaged", opening.damagedPlaces());
    }
}
