package org.eventops.console.feature.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.console.shell.SyncWords;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.Consoles.LetInOutcome;
import org.eventops.domain.sync.Consoles.NotLetIn;
import org.eventops.domain.sync.Consoles.NotTakenOut;
import org.eventops.domain.sync.Consoles.TakeOutOutcome;
import org.eventops.domain.sync.Consoles.Unasked;
import org.eventops.domain.sync.HubConsole;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** The organisation's consoles, and what came of letting them in or taking them out, in words. */
final class ConsoleWords {
    private static final int SECONDS = 60;

    private final Texts texts;
    private final ZoneId zone;

    ConsoleWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** What it does, for which events, and since when or until when. */
    String line(HubConsole console, Map<UUID, String> names) {
        return texts.get(
                "sync.consoles.line",
                new SyncWords(texts).role(console.role()),
                events(console, names),
                since(console));
    }

    private String events(HubConsole console, Map<UUID, String> names) {
        return console.events().isEmpty()
                ? texts.get("sync.consoles.everyEvent")
                : console.events().stream()
                        .map(
                                each ->
                                        names.getOrDefault(
                                                each, texts.get("sync.consoles.eventElsewhere")))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private String since(HubConsole console) {
        return switch (console.state()) {
            case INVITED -> texts.get("sync.consoles.since.INVITED", moment(console.validUntil()));
            case EXPIRED -> texts.get("sync.consoles.since.EXPIRED", moment(console.validUntil()));
            case IN -> texts.get("sync.consoles.since.IN", moment(console.letIn()));
            case OUT -> texts.get("sync.consoles.since.OUT", moment(console.takenOut()));
        };
    }

    private String moment(@Nullable Instant at) {
        return at == null
                ? "?"
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .format(at.atZone(zone));
    }

    /** Minutes and seconds. */
    String left(Duration left) {
        return "%d:%02d".formatted(left.toMinutes(), left.toSeconds() % SECONDS);
    }

    /** Why the hub was not asked, or did not answer. */
    String unasked(Unasked unasked) {
        return switch (unasked) {
            case Unasked.Alone alone -> texts.get("sync.consoles.ALONE");
            case Unasked.NotAdministrator none -> texts.get("sync.consoles.NOT_ADMINISTRATOR");
            case Unasked.Failed failed ->
                    texts.get(
                            "sync.consoles.failed", new SyncWords(texts).trouble(failed.trouble()));
        };
    }

    /** Why it was not let in. */
    String letIn(LetInOutcome outcome) {
        return switch (outcome) {
            case Consoles.LetIn done ->
                    texts.get("sync.consoles.letIn.done", done.enrolment().console().name());
            case NotLetIn.BadName bad -> texts.get("sync.consoles.letIn.BAD_NAME");
            case NotLetIn.NameTaken taken ->
                    texts.get(
                            "sync.consoles.letIn.NAME_TAKEN." + taken.by().state(),
                            taken.by().name());
            case NotLetIn.NeedsEvents needs -> texts.get("sync.consoles.letIn.NEEDS_EVENTS");
            case NotLetIn.NoEvent none -> texts.get("sync.consoles.letIn.NO_EVENT");
            case NotLetIn.Cancelled stopped -> texts.get("sync.consoles.letIn.CANCELLED");
            case Unasked unasked -> unasked(unasked);
        };
    }

    /** What became of it. */
    String takenOut(TakeOutOutcome outcome) {
        return switch (outcome) {
            case Consoles.TakenOut done ->
                    texts.get("sync.consoles.takeOut.done", done.console().name());
            case NotTakenOut.AlreadyOut already ->
                    texts.get("sync.consoles.takeOut.ALREADY", already.console().name());
            case NotTakenOut.Unknown unknown -> texts.get("sync.consoles.takeOut.UNKNOWN");
            case NotTakenOut.ThisConsole here -> texts.get("sync.consoles.takeOut.HERE");
            case Unasked unasked -> unasked(unasked);
        };
    }
}
