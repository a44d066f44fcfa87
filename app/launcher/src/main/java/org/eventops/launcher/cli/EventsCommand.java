package org.eventops.launcher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.domain.event.EventRow;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Lists the events of the store, by start, latest first. */
@Command(name = "events")
final class EventsCommand implements Callable<Integer> {
    private final Session session;

    EventsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::list);
    }

    private int list(OpenConsole console) {
        List<EventRow> rows =
                console.store().transactions().read(() -> console.store().events().rows());
        if (session.json()) {
            rows.forEach(row -> session.output().json(object(row).map()));
        } else if (rows.isEmpty()) {
            session.output().note(session.text("cli.events.none"));
        } else {
            table(rows);
        }
        return ExitCode.DONE.status();
    }

    static JsonRow object(EventRow row) {
        return JsonRow.of("slug", row.slug())
                .put("name", row.name())
                .put("status", JsonRow.word(row.status()))
                .put("starts", JsonRow.time(row.starts(), row.zone()))
                .put("venue", row.venue())
                .put("capacity", row.capacity())
                .put("sold", row.sold())
                .put("entered", row.entered());
    }

    private void table(List<EventRow> rows) {
        Columns columns = new Columns(false, false, false, false, false, true, true, true);
        columns.add(
                "SLUG",
                session.text("cli.events.name"),
                session.text("cli.events.status"),
                session.text("cli.events.starts"),
                session.text("cli.events.venue"),
                session.text("cli.events.capacity"),
                session.text("cli.events.sold"),
                session.text("cli.events.entered"));
        rows.forEach(
                row ->
                        columns.add(
                                row.slug(),
                                row.name(),
                                JsonRow.word(row.status()),
                                row.starts().atZone(row.zone()).toLocalDateTime().toString(),
                                text(row.venue()),
                                row.capacity() == null ? "" : Integer.toString(row.capacity()),
                                Integer.toString(row.sold()),
                                Integer.toString(row.entered())));
        columns.lines().forEach(session.output()::line);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
