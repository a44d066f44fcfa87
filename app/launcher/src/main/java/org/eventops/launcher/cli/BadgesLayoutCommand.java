package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.adapters.files.event.BadgeLayoutFile;
import org.eventops.console.services.BadgeServices;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.exchange.Rejection;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The layout of an event's badges, read from a file or written to one. */
@Command(name = "layout")
final class BadgesLayoutCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--in", paramLabel = "F")
    private @Nullable Path in;

    @Option(names = "--out", paramLabel = "F")
    private @Nullable Path out;

    BadgesLayoutCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path file = in;
        if (file == null) {
            return write();
        }
        int status = session.inStore(console -> take(console, file));
        return out == null || status != ExitCode.DONE.status() ? status : write();
    }

    private int write() {
        return new DocumentOut(session, out)
                .write(
                        event,
                        (console, stream) -> {
                            ChosenEvent chosen = chosen(console);
                            BadgeLayout layout = console.badges().badges().layout(chosen.id());
                            BadgeLayoutFile.write(layout, stream);
                            return true;
                        });
    }

    private ChosenEvent chosen(OpenConsole console) {
        return new EventChoice(session, console).event("--event", event);
    }

    private int take(OpenConsole console, Path file) {
        ChosenEvent chosen = chosen(console);
        BadgeServices badges = console.badges();
        BadgeLayoutFile.Read read;
        try {
            read = BadgeLayoutFile.read(file, badges.papers()::isPicture);
        } catch (IOException e) {
            throw session.wrong("--in", file.toString(), session.text("cli.import.file"));
        }
        if (read.layout().isEmpty()) {
            read.problems().rejected().forEach(each -> tell(file, each));
            return ExitCode.INPUT.status();
        }
        BadgeLayout layout = read.layout().get();
        badges.badges().save(chosen.id(), layout);
        answer(layout);
        return ExitCode.DONE.status();
    }

    private void answer(BadgeLayout layout) {
        session.answer(
                JsonRow.of("event", event)
                        .put("width", layout.width())
                        .put("height", layout.height())
                        .put("elements", layout.elements().size())
                        .put("logo", layout.logo() != null)
                        .map(),
                session.text(
                        "cli.badges.layout.kept",
                        event,
                        layout.width(),
                        layout.height(),
                        layout.elements().size()));
    }

    private void tell(Path file, Rejection each) {
        session.output()
                .note(
                        session.text(
                                "cli.import.rejected",
                                file.getFileName(),
                                String.valueOf(each.path()),
                                each.value(),
                                session.text(
                                        each.reason().key(), each.reason().arguments().toArray())));
    }
}
