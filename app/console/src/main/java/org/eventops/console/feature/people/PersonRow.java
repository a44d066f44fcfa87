package org.eventops.console.feature.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eventops.domain.access.Role;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.Member;

/**
 * Somebody who works here, and how they open this console.
 *
 * @param at what they are at single events
 * @param secondFactor whether they are asked for a code as well
 */
public record PersonRow(Member member, List<At> at, boolean password, boolean secondFactor) {
    /** What somebody is at one event. */
    record At(EventId event, String eventName, Role role) {}

    public PersonRow {
        at = List.copyOf(at);
    }

    public String name() {
        return member.name();
    }

    /** In the whole organisation. */
    public Optional<Role> role() {
        return member.everywhere();
    }

    String email() {
        return Objects.requireNonNullElse(member.email(), "");
    }

    /** Whether a console is of any use to them. */
    boolean hasWork() {
        return member.worker().hasWork();
    }
}
