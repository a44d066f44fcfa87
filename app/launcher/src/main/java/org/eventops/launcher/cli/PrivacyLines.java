package org.eventops.launcher.cli;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.console.feature.privacy.PersonalWords;
import org.eventops.domain.event.EventId;
import org.eventops.domain.privacy.DueEvent;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.domain.privacy.Somebody;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/** What the commands about personal data say. */
record PrivacyLines(Session session) {
    PersonQuery query(OpenConsole console, String person, @Nullable String event) {
        return new PersonQuery(person, event == null ? null : event(console, event));
    }

    EventId event(OpenConsole console, String slug) {
        return new EventChoice(session, console).event("--event", slug).id();
    }

    PersonalData found(OpenConsole console, String person, @Nullable String event) {
        return switch (console.privacy().people().find(query(console, person, event))) {
            case FindOutcome.Found found -> {
                session.output()
                        .note(session.text("privacy.found", whose(person, found.data().askFor())));
                yield found.data();
            }
            case FindOutcome.Nobody nobody -> throw nobody(person);
            case FindOutcome.Several several -> throw several(person, several.people());
        };
    }

    /** One row: for a script with its columns as they are, for a person in words. */
    void kept(PersonalData data, PersonalRow row) {
        Optional<KeptEvent> event =
                data.events().stream()
                        .filter(each -> each.id().value().equals(row.scope()))
                        .findFirst();
        JsonRow object =
                JsonRow.of("part", JsonRow.word(row.part()))
                        .put("event", event.map(KeptEvent::slug).orElse(null))
                        .put("id", row.id().toString());
        row.columns().forEach((column, value) -> object.put(column, plain(value)));
        session.answer(
                object.map(),
                session.text(
                        "cli.privacy.show",
                        event.map(KeptEvent::name)
                                .orElseGet(() -> session.text("privacy.organisation")),
                        session.text("privacy.part." + row.part()),
                        words().details(row)));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Boolean || value instanceof Number || value instanceof Map<?, ?>
                ? value
                : value == null ? null : value.toString();
    }

    private PersonalWords words() {
        return new PersonalWords(session.texts(), session.clock().getZone());
    }

    CliFailure nobody(String person) {
        return CliFailure.input(session.about(person, "privacy.nobody"));
    }

    /** Tells them apart, so that the next try can name one. */
    CliFailure several(String person, List<Somebody> people) {
        people.forEach(
                each ->
                        session.output()
                                .note(
                                        session.text(
                                                "privacy.several.one",
                                                each.askFor(),
                                                String.join(", ", each.names()),
                                                each.tickets())));
        return CliFailure.input(session.about(person, "privacy.several"));
    }

    CliFailure refused(String person, String key, Object... arguments) {
        return CliFailure.input(session.about(person, key, arguments));
    }

    int erased(String person, EraseOutcome.Erased erased) {
        Map<String, Integer> changed = new LinkedHashMap<>();
        Stream.of(Part.values())
                .filter(erased.changed()::containsKey)
                .forEach(part -> changed.put(JsonRow.word(part), erased.changed().get(part)));
        if (session.json()) {
            session.output()
                    .json(
                            JsonRow.of("erased", changed)
                                    .put("whose", erased.whose())
                                    .put("stays", erased.stays())
                                    .put("events", slugs(erased.events()))
                                    .put("done", erased.done())
                                    .map());
        } else {
            session.output().line(session.text(sentence(erased), whose(person, erased.whose())));
            Stream.of(Part.values())
                    .filter(erased.changed()::containsKey)
                    .forEach(part -> session.output().line(line(part, erased)));
            if (erased.stays() > 0) {
                session.output().line(session.text("privacy.stays", erased.stays()));
            }
        }
        return ExitCode.DONE.status();
    }

    private static String sentence(EraseOutcome.Erased erased) {
        if (erased.changed().isEmpty()) {
            return "privacy.nothing";
        }
        return erased.done() ? "privacy.erased" : "privacy.would";
    }

    /** A name, or a code, may have led to the address that tickets were bought under. */
    private static String whose(String person, String whose) {
        return person.strip().equalsIgnoreCase(whose) ? person : person + " (" + whose + ")";
    }

    private String line(Part part, EraseOutcome.Erased erased) {
        return "  " + session.text("privacy.part." + part) + ": " + erased.changed().get(part);
    }

    static List<String> slugs(List<KeptEvent> events) {
        return events.stream().map(KeptEvent::slug).toList();
    }

    String names(List<KeptEvent> events) {
        return events.stream().map(KeptEvent::name).collect(Collectors.joining(", "));
    }

    void due(DueEvent due) {
        session.answer(
                JsonRow.of("event", due.event().slug())
                        .put("ended", JsonRow.time(due.event().ends(), ZoneOffset.UTC))
                        .put("tickets", due.tickets())
                        .put("since", JsonRow.time(due.since(), ZoneOffset.UTC))
                        .map(),
                session.text(
                        "privacy.due.line",
                        due.event().name(),
                        due.tickets(),
                        words().moment(due.since())));
    }

    void consent(PersonalRow row) {
        session.answer(
                JsonRow.of("subject", row.text("subject"))
                        .put("purpose", row.text("purpose"))
                        .put("given", row.columns().get("given"))
                        .put("at", row.text("at"))
                        .put("source", row.text("source"))
                        .put("wording", row.text("wording"))
                        .map(),
                words().details(row));
    }
}
