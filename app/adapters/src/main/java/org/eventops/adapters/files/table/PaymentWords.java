package org.eventops.adapters.files.table;

import java.util.Map;
import java.util.Optional;
import org.eventops.domain.ticketing.OrderStatus;

/** What the systems, in Spanish and English, call the states of a payment or a ticket. */
final class PaymentWords {
    private static final Map<String, OrderStatus> WORDS =
            Map.ofEntries(
                    Map.entry("paid", OrderStatus.PAID),
                    Map.entry("p", OrderStatus.PAID),
                    Map.entry("yes", OrderStatus.PAID),
                    Map.entry("si", OrderStatus.PAID),
                    Map.entry("pagado", OrderStatus.PAID),
                    Map.entry("pagada", OrderStatus.PAID),
                    Map.entry("completed", OrderStatus.PAID),
                    Map.entry("complete", OrderStatus.PAID),
                    Map.entry("active", OrderStatus.PAID),
                    Map.entry("attending", OrderStatus.PAID),
                    Map.entry("checked in", OrderStatus.PAID),
                    Map.entry("acquired", OrderStatus.PAID),
                    Map.entry("free", OrderStatus.PAID),
                    Map.entry("confirmed", OrderStatus.PAID),
                    Map.entry("confirmado", OrderStatus.PAID),
                    Map.entry("confirmada", OrderStatus.PAID),
                    Map.entry("valid", OrderStatus.PAID),
                    Map.entry("pending", OrderStatus.PENDING),
                    Map.entry("n", OrderStatus.PENDING),
                    Map.entry("no", OrderStatus.PENDING),
                    Map.entry("unpaid", OrderStatus.PENDING),
                    Map.entry("pendiente", OrderStatus.PENDING),
                    Map.entry("to be paid", OrderStatus.PENDING),
                    Map.entry("awaiting payment", OrderStatus.PENDING),
                    Map.entry("offline", OrderStatus.PENDING),
                    Map.entry("expired", OrderStatus.EXPIRED),
                    Map.entry("e", OrderStatus.EXPIRED),
                    Map.entry("vencido", OrderStatus.EXPIRED),
                    Map.entry("canceled", OrderStatus.CANCELED),
                    Map.entry("cancelled", OrderStatus.CANCELED),
                    Map.entry("c", OrderStatus.CANCELED),
                    Map.entry("cancelado", OrderStatus.CANCELED),
                    Map.entry("cancelada", OrderStatus.CANCELED),
                    Map.entry("anulado", OrderStatus.CANCELED),
                    Map.entry("deleted", OrderStatus.CANCELED),
                    Map.entry("invalidated", OrderStatus.CANCELED),
                    Map.entry("not attending", OrderStatus.CANCELED),
                    Map.entry("refunded", OrderStatus.REFUNDED),
                    Map.entry("reembolsado", OrderStatus.REFUNDED));

    private PaymentWords() {}

    static Optional<OrderStatus> of(String word) {
        return Optional.ofNullable(WORDS.get(HeaderFold.fold(word)));
    }
}
