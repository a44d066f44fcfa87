package org.eventops.domain.door.count;

import org.eventops.domain.door.CheckinList;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that count alike on every list.
 *
 * @param product key of the product; the empty text for tickets that are gone
 * @param date key of their date in a series
 */
public record TicketGroup(String product, @Nullable String date, Standing standing) {
    /** Tickets that were scanned and are no longer there. */
    public static final TicketGroup GONE = new TicketGroup("", null, Standing.OUT);

    /** What the state of ticket and order says. */
    public enum Standing {
        /** Paid, or valid while the payment is pending. */
        GOOD,
        /** Admitted only by lists that take unpaid tickets. */
        PENDING,
        /** Canceled, blocked, or its order is. */
        OUT
    }

    /** Whether the list expects them. */
    public boolean expectedOn(CheckinList list) {
        boolean paid =
                standing == Standing.GOOD
                        || (standing == Standing.PENDING && list.includePending());
        boolean day = date == null || list.date() == null || list.date().equals(date);
        return paid && day && list.products().contains(product);
    }
}
