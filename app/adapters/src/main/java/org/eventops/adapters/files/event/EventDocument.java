package org.eventops.adapters.files.event;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.EarlyBird;
import org.eventops.domain.ticketing.GroupDiscount;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Promo;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Tax;
import org.jspecify.annotations.Nullable;

/** The sections of an event file but orders and scans, in their order. */
final class EventDocument {
    private final JsonGenerator json;
    private final JsonFields f;

    EventDocument(JsonGenerator json, ZoneId zone) {
        this.json = json;
        this.f = new JsonFields(json, zone);
    }

    OrderDocument orders() {
        return new OrderDocument(json, f);
    }

    void begin() throws IOException {
        json.writeStartObject();
        json.writeNumberField("eventops", 1);
    }

    void end() throws IOException {
        json.writeEndObject();
    }

    void event(Event event, List<SeriesDate> dates) throws IOException {
        json.writeObjectFieldStart("event");
        f.text("slug", event.slug());
        f.text("name", event.name());
        f.name("type", event.type());
        f.name("status", event.status());
        f.text("timezone", event.zone().getId());
        f.text("currency", event.currency().getCurrencyCode());
        f.text("city", event.city());
        f.text("venue", event.venue());
        f.time("starts", event.starts());
        f.time("ends", event.ends());
        f.time("admission", event.admission());
        f.count("capacity", event.capacity());
        f.text("description", event.description());
        f.name("visibility", event.visibility());
        f.text("tier", event.tier());
        json.writeArrayFieldStart("dates");
        for (SeriesDate date : dates) {
            json.writeStartObject();
            f.text("key", date.key());
            f.time("starts", date.starts());
            f.time("ends", date.ends());
            f.time("admission", date.admission());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void tax(@Nullable Tax tax) throws IOException {
        if (tax == null) {
            return;
        }
        json.writeObjectFieldStart("tax");
        f.text("name", tax.name());
        f.decimal("rate", tax.rate());
        json.writeBooleanField("included", tax.included());
        json.writeEndObject();
    }

    void products(List<Product> products) throws IOException {
        json.writeArrayFieldStart("products");
        for (Product product : products) {
            json.writeStartObject();
            f.text("key", product.key());
            f.text("name", product.name());
            f.money("price", product.price());
            f.count("quantity", product.quantity());
            f.time("saleStarts", product.saleStarts());
            f.time("saleEnds", product.saleEnds());
            discounts(product.earlyBird(), product.group());
            f.count("minPerOrder", product.minPerOrder());
            f.count("maxPerOrder", product.maxPerOrder());
            f.texts("addonOf", product.addonOf());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void discounts(@Nullable EarlyBird early, @Nullable GroupDiscount group)
            throws IOException {
        if (early != null) {
            json.writeObjectFieldStart("earlyBird");
            f.money("price", early.price());
            f.time("until", early.until());
            json.writeEndObject();
        }
        if (group != null) {
            json.writeObjectFieldStart("group");
            f.count("from", group.from());
            f.decimal("percentOff", group.percentOff());
            json.writeEndObject();
        }
    }

    void promos(List<Promo> promos) throws IOException {
        json.writeArrayFieldStart("promos");
        for (Promo promo : promos) {
            json.writeStartObject();
            f.text("code", promo.code());
            f.decimal("percentOff", promo.percentOff());
            f.money("amountOff", promo.amountOff());
            f.count("maxUses", promo.maxUses());
            f.texts("products", promo.products());
            f.time("until", promo.until());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void questions(List<Question> questions) throws IOException {
        json.writeArrayFieldStart("questions");
        for (Question question : questions) {
            json.writeStartObject();
            f.text("key", question.key());
            f.text("label", question.label());
            f.name("type", question.type());
            json.writeBooleanField("required", question.required());
            json.writeBooleanField("askAtCheckin", question.askAtCheckin());
            f.texts("products", question.products());
            f.texts("choices", question.choices());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void gates(List<Gate> gates) throws IOException {
        json.writeArrayFieldStart("gates");
        for (Gate gate : gates) {
            json.writeStartObject();
            f.text("key", gate.key());
            f.text("name", gate.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void lists(List<CheckinList> lists) throws IOException {
        json.writeArrayFieldStart("lists");
        for (CheckinList list : lists) {
            json.writeStartObject();
            f.text("name", list.name());
            Collection<String> products =
                    list.products().all() ? List.of("*") : list.products().keys();
            f.allTexts("products", products);
            json.writeBooleanField("includePending", list.includePending());
            json.writeBooleanField("multipleEntry", list.multipleEntry());
            json.writeBooleanField("reentryAfterExit", list.reentryAfterExit());
            json.writeBooleanField("addonMatching", list.addonMatching());
            f.raw("rules", list.rules());
            f.texts("gates", list.gates());
            f.text("date", list.date());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void revoked(Collection<String> codes) throws IOException {
        f.allTexts("revoked", codes);
    }

    void keys(List<SigningKey> keys) throws IOException {
        json.writeArrayFieldStart("keys");
        for (SigningKey key : keys) {
            json.writeStartObject();
            f.text("id", key.id());
            f.text("public", key.publicKey());
            f.time("retired", key.retired());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
