package org.eventops.domain.privacy;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may be meant.
 *
 * @param event whose ticket it is, of a subject that is known by a ticket alone: other events have
 *     tickets of the same code
 */
record Who(Subject subject, @Nullable UUID event) {
    private static final String STAFF = "staff:";
    private static final String TICKET = "ticket:";
    private static final String PHONE = "phone:";

    static Who of(Subject subject) {
        return new Who(subject, null);
    }

    /** Whose a ticket of this trace is, if it is this one's. */
    static Who of(Subject subject, Trace trace) {
        return subject.kind() == Subject.Kind.TICKET
                ? new Who(subject, trace.event())
                : of(subject);
    }

    boolean holds(Trace trace) {
        return subject.kind() == Subject.Kind.TICKET
                ? trace.event().equals(event) && subject.value().equals(trace.code())
                : trace.holder().equals(Optional.of(subject));
    }

    /**
     * Who is meant and nobody else: an e-mail address, somebody who works here and no attendee of
     * the same name, or all that only a number says whose it is.
     */
    static Optional<Who> exactly(String typed) {
        return Subject.email(typed)
                .or(() -> after(STAFF, typed).map(Subject::staff))
                .or(() -> after(PHONE, typed).flatMap(Subject::phone))
                .map(Who::of);
    }

    /** The ticket that is asked for alone, whoever bought it: {@code slug/code}, or its code. */
    static Optional<String> ticket(String typed) {
        return after(TICKET, typed);
    }

    private static Optional<String> after(String mark, String typed) {
        String plain = typed.strip();
        return plain.startsWith(mark) && plain.length() > mark.length()
                ? Optional.of(plain.substring(mark.length()).strip())
                : Optional.empty();
    }

    /**
     * What finds this one and nobody else.
     *
     * @param slugs of events by their keys
     */
    String askFor(Map<UUID, String> slugs) {
        return switch (subject.kind()) {
            case STAFF -> STAFF + subject.value();
            case TICKET -> TICKET + slugs.get(event) + "/" + subject.value();
            case PHONE -> PHONE + subject.value();
            case EMAIL -> subject.value();
        };
    }
}
