package org.eventops.adapters.files.event;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eventops.domain.door.Undo;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.Ticket;
import org.jspecify.annotations.Nullable;

/** Orders with their tickets, and scans. */
final class OrderDocument {
    private final JsonGenerator json;
    private final JsonFields f;

    OrderDocument(JsonGenerator json, JsonFields fields) {
        this.json = json;
        this.f = fields;
    }

    void begin(String section) throws IOException {
        json.writeArrayFieldStart(section);
    }

    void end() throws IOException {
        json.writeEndArray();
    }

    void order(Order order, List<Ticket> tickets) throws IOException {
        json.writeStartObject();
        f.text("code", order.code());
        f.name("status", order.status());
        f.name("approval", order.approval());
        json.writeBooleanField("validWhilePending", order.validWhilePending());
        f.text("email", order.email());
        f.time("placed", order.placed());
        f.text("promo", order.promo());
        f.text("locale", order.locale());
        json.writeArrayFieldStart("tickets");
        for (Ticket ticket : tickets) {
            ticket(ticket);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void ticket(Ticket ticket) throws IOException {
        json.writeStartObject();
        f.text("code", ticket.code());
        f.text("product", ticket.product());
        f.text("date", ticket.date());
        attendee(ticket.attendee());
        f.name("status", ticket.status());
        json.writeBooleanField("blocked", ticket.blocked());
        f.time("validFrom", ticket.validFrom());
        f.time("validUntil", ticket.validUntil());
        f.text("addonTo", ticket.addonTo());
        json.writeBooleanField("attention", ticket.attention());
        f.text("note", ticket.note());
        if (!ticket.answers().isEmpty()) {
            json.writeObjectFieldStart("answers");
            for (Map.Entry<String, String> answer : ticket.answers().entrySet()) {
                f.text(answer.getKey(), answer.getValue());
            }
            json.writeEndObject();
        }
        f.money("price", ticket.price());
        json.writeEndObject();
    }

    private void attendee(Attendee attendee) throws IOException {
        if (attendee.equals(Attendee.UNKNOWN)) {
            return;
        }
        json.writeObjectFieldStart("attendee");
        f.text("name", attendee.name());
        f.text("email", attendee.email());
        f.text("phone", attendee.phone());
        f.text("company", attendee.company());
        json.writeEndObject();
    }

    void scan(ScanEntry scan) throws IOException {
        json.writeStartObject();
        f.text("id", scan.id().value().toString());
        f.text("list", scan.list());
        f.text("ticket", scan.ticket());
        f.text("code", scan.code());
        f.name("kind", scan.kind());
        f.text("verdict", scan.verdict().name());
        f.time("at", scan.at());
        f.text("gate", scan.gate());
        f.text("device", scan.device());
        f.text("operator", scan.operator());
        f.text("override", scan.override());
        undo(scan.undone());
        json.writeEndObject();
    }

    private void undo(@Nullable Undo undo) throws IOException {
        if (undo == null) {
            return;
        }
        if (undo.reason() == null && undo.operator() == null) {
            f.time("undone", undo.at());
            return;
        }
        json.writeObjectFieldStart("undone");
        f.time("at", undo.at());
        f.text("reason", undo.reason());
        f.text("operator", undo.operator());
        json.writeEndObject();
    }
}
