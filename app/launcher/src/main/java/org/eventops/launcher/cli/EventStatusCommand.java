package org.eventops.launcher.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.StatusOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves an event one step through its life. */
@Command(name = "status")
final class EventStatusCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "SLUG", descriptionKey = "slug")
    private String slug = "";

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "new")
    private EventStatus to = EventStatus.DRAFT;

    @Option(names = "--reason", paramLabel = "R")
    private @Nullable String reason;

    EventStatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::move);
    }

    private int move(OpenConsole console) {
        ChosenEvent row = new EventChoice(session, console).event("SLUG", slug);
        String who = console.person();
        switch (console.events().move(slug, to, who, reason)) {
            case StatusOutcome.Moved moved ->
                    session.output()
                            .note(
                                    session.text(
                                            "cli.status.moved",
                                            row.name(),
                                            JsonRow.word(moved.change().from()),
                                            JsonRow.word(moved.change().to())));
            case StatusOutcome.Unchanged unchanged ->
                    session.output()
                            .note(
                                    session.text(
                                            "cli.status.unchanged",
                                            row.name(),
                                            JsonRow.word(unchanged.status())));
            case StatusOutcome.NotAllowed refused ->
                    throw session.wrong(
                            "NEW",
                            JsonRow.word(to),
                            session.text(
                                    "cli.status.next",
                                    JsonRow.word(refused.from()),
                                    words(refused.next())));
            case StatusOutcome.NoSuchEvent gone ->
                    throw CliFailure.input(session.text("cli.usage.unknown", ShownValue.of(slug)));
        }
        if (session.json()) {
            EventRow now =
                    console.store()
                            .transactions()
                            .read(() -> console.store().events().row(slug).orElseThrow());
            session.output().json(EventsCommand.object(now).map());
        }
        return ExitCode.DONE.status();
    }

    private String words(Set<EventStatus> states) {
        return states.isEmpty()
                ? session.text("cli.status.end")
                : states.stream().sorted().map(JsonRow::word).collect(Collectors.joining(", "));
    }
}
