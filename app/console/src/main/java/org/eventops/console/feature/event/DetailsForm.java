package org.eventops.console.feature.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.FormPanel;
import org.eventops.domain.event.DetailsOutcome;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.Visibility;
import org.jspecify.annotations.Nullable;

/** What an event says of itself, to be changed; times are of the event's zone. */
final class DetailsForm {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ScreenContext context;
    private final Language language;
    private final EventPageViewModel model;

    DetailsForm(ScreenContext context, EventPageViewModel model) {
        this.context = context;
        this.language = context.language();
        this.model = model;
    }

    private record Fields(
            Map<String, TextInputControl> byName,
            ComboBox<EventType> type,
            ComboBox<Visibility> visibility) {
        String text(String name) {
            TextInputControl field = byName.get(name);
            return field == null ? "" : field.getText().strip();
        }

        @Nullable String orNull(String name) {
            String text = text(name);
            return text.isEmpty() ? null : text;
        }
    }

    FormPanel form(EventId id, Event event) {
        FormPanel form =
                new FormPanel(
                        language, language.get("event.edit"), language.get("event.edit.line"));
        Map<String, TextInputControl> fields = new HashMap<>();
        put(fields, form, "name", event.name());
        ComboBox<EventType> type =
                form.choice(
                        "type",
                        "event.fact.type",
                        List.of(EventType.values()),
                        event.type(),
                        each -> language.get("event.type." + each.name()));
        ComboBox<Visibility> visibility =
                form.choice(
                        "visibility",
                        "event.fact.visibility",
                        List.of(Visibility.values()),
                        event.visibility(),
                        each -> language.get("event.visibility." + each.name()));
        put(fields, form, "venue", event.venue());
        put(fields, form, "city", event.city());
        put(fields, form, "zone", event.zone().getId());
        put(fields, form, "starts", time(event.starts(), event.zone()));
        put(fields, form, "ends", time(event.ends(), event.zone()));
        put(fields, form, "admission", time(event.admission(), event.zone()));
        Integer capacity = event.capacity();
        put(fields, form, "capacity", capacity == null ? "" : capacity.toString());
        fields.put(
                "description",
                form.paragraph("description", "event.fact.description", event.description()));
        form.save(() -> save(id, event, form, new Fields(fields, type, visibility)));
        return form;
    }

    private static void put(
            Map<String, TextInputControl> fields,
            FormPanel form,
            String name,
            @Nullable String value) {
        fields.put(name, form.text(name, "event.fact." + name, value));
    }

    private static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : TIME.format(at.atZone(zone));
    }

    private void save(EventId id, Event event, FormPanel form, Fields fields) {
        Map<String, String> wrong = new HashMap<>();
        ZoneId zone = zone(fields, event.zone(), wrong);
        Instant starts = instant("starts", fields, zone, wrong);
        Instant ends = instant("ends", fields, zone, wrong);
        boolean opens = !fields.text("admission").isEmpty();
        Instant admission = opens ? instant("admission", fields, zone, wrong) : null;
        String capacity = fields.text("capacity");
        if (!capacity.matches("\\d{0,9}")) {
            wrong.put("capacity", language.get("ticketing.problem.NOT_A_COUNT"));
        }
        form.problems(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        Event changed =
                new Event(
                        event.slug(),
                        fields.text("name"),
                        fields.type().getValue(),
                        event.status(),
                        zone,
                        event.currency(),
                        fields.orNull("city"),
                        fields.orNull("venue"),
                        starts,
                        ends,
                        admission,
                        capacity.isEmpty() ? null : Integer.valueOf(capacity),
                        fields.orNull("description"),
                        fields.visibility().getValue(),
                        event.tier());
        edit(id, changed, form);
    }

    private ZoneId zone(Fields fields, ZoneId before, Map<String, String> wrong) {
        String name = fields.text("zone");
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        wrong.put("zone", language.get("event.edit.zone"));
        return before;
    }

    private Instant instant(String name, Fields fields, ZoneId zone, Map<String, String> wrong) {
        try {
            return LocalDateTime.parse(fields.text(name), TIME).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            wrong.put(name, language.get("event.edit.time"));
            return Instant.EPOCH;
        }
    }

    private void edit(EventId id, Event changed, FormPanel form) {
        var service = model.desk().events();
        context.tasks()
                .write(() -> service.edit(id, changed))
                .onSuccess(outcome -> tell(id, outcome, form))
                .start();
    }

    private void tell(EventId id, DetailsOutcome outcome, FormPanel form) {
        switch (outcome) {
            case DetailsOutcome.Saved saved ->
                    new EditNews(context).saved(() -> model.desk().events().restore(id, saved));
            case DetailsOutcome.Gone gone -> context.notices().tell(language.get("ticketing.gone"));
            case DetailsOutcome.NameNeeded needed ->
                    form.problems(Map.of("name", language.get("ticketing.problem.REQUIRED")));
            case DetailsOutcome.EndsBeforeStart order ->
                    form.problems(Map.of("ends", language.get("event.edit.order")));
        }
    }
}
