package org.eventops.launcher.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eventops.domain.door.DoorCounts;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What has happened at the lists of an event. */
@Command(name = "stats")
final class StatsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--list", paramLabel = "NAME")
    private @Nullable String list;

    StatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::stats);
    }

    private int stats(OpenConsole console) {
        EventChoice choice = new EventChoice(session, console);
        ChosenEvent row = choice.event("--event", event);
        List<String> lists = list == null ? choice.lists(row) : List.of(choice.list(row, list));
        for (String name : lists) {
            DoorCounts counts =
                    console.store()
                            .transactions()
                            .read(
                                    () ->
                                            console.store()
                                                    .doorQueries()
                                                    .counts(
                                                            row.id(),
                                                            name,
                                                            session.clock().instant()));
            session.answer(object(name, counts), line(name, counts));
        }
        return ExitCode.DONE.status();
    }

    private static Map<String, ?> object(String name, DoorCounts counts) {
        return JsonRow.of("list", name)
                .put("tickets", counts.tickets())
                .put("entered", counts.entered())
                .put("inside", counts.inside())
                .put("products", new TreeMap<>(counts.products()))
                .put("gates", new TreeMap<>(counts.gates()))
                .put("refused", new TreeMap<>(counts.refused()))
                .map();
    }

    private String line(String name, DoorCounts counts) {
        return session.text(
                "cli.stats.line",
                name,
                counts.tickets(),
                counts.entered(),
                counts.inside(),
                joined(counts.products()),
                joined(counts.gates()),
                joined(counts.refused()));
    }

    private static String joined(Map<?, Integer> counts) {
        return counts.isEmpty()
                ? "–"
                : counts.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
