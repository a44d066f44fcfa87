package org.eventops.domain.ticketing;

import org.jspecify.annotations.Nullable;

/**
 * A ticket as lists and search show it.
 *
 * @param payment status of its order
 * @param entered whether it has an entry that counts on any list
 * @param attention whether the door must look twice
 */
public record AttendeeRow(
        TicketId id,
        String code,
        String order,
        String product,
        @Nullable String date,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        OrderStatus payment,
        TicketStatus status,
        boolean blocked,
        boolean attention,
        boolean entered) {}
