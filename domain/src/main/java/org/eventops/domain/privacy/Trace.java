package org.eventops.domain.privacy;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a ticket and its order name.
 *
 * @param ticket key of the ticket; absent for an order without any
 * @param code of the ticket
 * @param email of the ticket
 * @param buyer e-mail address of the order
 */
public record Trace(
        UUID event,
        UUID order,
        String orderCode,
        @Nullable String buyer,
        @Nullable UUID ticket,
        @Nullable String code,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    /**
     * Whose the ticket is: of whoever it can be written to by its own address, else by the order's,
     * else by its number.
     */
    public Optional<Subject> holder() {
        if (ticket == null) {
            return Optional.empty();
        }
        return Subject.email(email)
                .or(this::buyerSubject)
                .or(() -> Subject.phone(phone))
                .or(() -> Optional.of(Subject.ticket(Objects.requireNonNull(code))));
    }

    /** The ticket alone, unless it has an address of its own. */
    Optional<Subject> alone() {
        return Subject.email(email).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(code).map(Subject::ticket);
    }

    /** The same, where an order's address or a number says whose it is: it may be a guest's. */
    Optional<Subject> guest() {
        return alone().filter(ticket -> !holder().equals(Optional.of(ticket)));
    }

    Optional<Subject> buyerSubject() {
        return Subject.email(buyer);
    }
}
