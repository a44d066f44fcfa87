package org.eventops.launcher.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eventops.console.feature.audit.AuditWords;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditSearch;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.event.EventRow;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which lines of the audit are meant. */
final class AuditChoice {
    @Parameters(paramLabel = "TEXT", descriptionKey = "audit.text", arity = "0..*")
    private List<String> text = List.of();

    @Option(names = "--event", paramLabel = "SLUG", descriptionKey = "audit.event")
    private @Nullable String event;

    @Option(names = "--deed", paramLabel = "D", descriptionKey = "audit.deed")
    private @Nullable Deed deed;

    @Option(names = "--since", paramLabel = "T", descriptionKey = "audit.since")
    private Instant since = Instant.EPOCH;

    @Option(names = "--until", paramLabel = "T", descriptionKey = "audit.until")
    private Instant until = Instant.MAX;

    /**
     * @param most how many at most
     */
    List<AuditLine> find(Session session, OpenConsole console, int most) {
        Optional<UUID> scope =
                Optional.ofNullable(event)
                        .map(
                                slug ->
                                        new EventChoice(session, console)
                                                .event("--event", slug)
                                                .id()
                                                .value());
        return console.audit()
                .find(
                        new AuditSearch(
                                words(session, console).sought(String.join(" ", text)),
                                scope,
                                Optional.ofNullable(deed),
                                since,
                                until,
                                most));
    }

    /** Lines in the words of this run. */
    static AuditWords words(Session session, OpenConsole console) {
        return new AuditWords(session.texts(), by(events(console), EventRow::name));
    }

    static List<EventRow> events(OpenConsole console) {
        return console.store().transactions().read(() -> console.store().events().rows());
    }

    static Map<UUID, String> by(List<EventRow> events, Function<EventRow, String> name) {
        return events.stream().collect(Collectors.toMap(row -> row.id().value(), name));
    }
}
