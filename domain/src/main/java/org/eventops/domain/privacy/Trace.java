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

    /** The ticket alone, where only the order says whose it is: it may be a guest's. */
    Optional<Subject> guest() {
        return Subject.email(email).isEmpty() && buyerSubject().isPresent()
                ? Optional.ofNullable(code).map(Subject::ticket)
                : Optional.empty();
    }

    Optional<Subject> buyerSubject() {
        return Subject.email(buyer);
    }
}
