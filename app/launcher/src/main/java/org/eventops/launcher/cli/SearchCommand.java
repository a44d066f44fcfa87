package org.eventops.launcher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds people of an event by any part of what is known of them. */
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
    private static final int AT_MOST = 200;

    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Parameters(paramLabel = "TEXT", descriptionKey = "text", arity = "1..*")
    private List<String> text = List.of();

    SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::search);
    }

    private int search(OpenConsole console) {
        ChosenEvent row = new EventChoice(session, console).event("--event", event);
        List<AttendeeRow> found;
        try (AttendeeSearch search = console.search(Runnable::run)) {
            found = search.find(row.id(), String.join(" ", text), AT_MOST);
        }
        if (session.json()) {
            found.forEach(each -> session.output().json(object(each).map()));
        } else if (found.isEmpty()) {
            session.output().note(session.text("cli.search.nobody"));
        } else {
            table(found);
        }
        return ExitCode.DONE.status();
    }

    private static JsonRow object(AttendeeRow row) {
        return JsonRow.of("ticket", row.code())
                .put("attendee", row.name())
                .put("email", row.email())
                .put("order", row.order())
                .put("product", row.product())
                .put("payment", JsonRow.word(row.payment()))
                .put("entered", row.entered());
    }

    private void table(List<AttendeeRow> found) {
        Columns columns = new Columns(false, false, false, false, false, false);
        for (AttendeeRow row : found) {
            columns.add(
                    row.code(),
                    text(row.name()),
                    text(row.email()),
                    row.order(),
                    row.product(),
                    JsonRow.word(row.payment())
                            + (row.entered() ? " · " + session.text("cli.search.entered") : ""));
        }
        columns.lines().forEach(session.output()::line);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
