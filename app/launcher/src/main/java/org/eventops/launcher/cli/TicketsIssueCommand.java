package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eventops.domain.change.Progress;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketPapers.Paper;
import org.eventops.domain.ticketing.issue.IssueOrder;
import org.eventops.domain.ticketing.issue.IssueOrder.Signing;
import org.eventops.domain.ticketing.issue.Issued;
import org.eventops.domain.ticketing.issue.TicketIssuing;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A PDF and a PNG for each ticket; signs them where that is asked for. */
@Command(name = "issue")
final class TicketsIssueCommand implements Callable<Integer> {
    private static final int NOTED = 500;

    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--order", paramLabel = "CODE")
    private @Nullable String order;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out = Path.of("");

    @Option(names = "--sign")
    private boolean sign;

    @Option(names = "--reissue", paramLabel = "CODE")
    private @Nullable String reissue;

    @Option(names = "--paper", paramLabel = "a4|phone")
    private Paper paper = Paper.A4;

    TicketsIssueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::issue);
    }

    private int issue(OpenConsole console) {
        session.folder("--out", out);
        ChosenEvent chosen = new EventChoice(session, console).event("--event", event);
        List<AttendeeRow> rows = chosen(console.issuing(), chosen);
        IssueOrder wanted =
                new IssueOrder(
                        chosen.id(),
                        reissue != null ? Signing.REISSUE : sign ? Signing.SIGN : Signing.AS_IS,
                        paper,
                        session.texts().locale(),
                        out);
        try {
            console.issuing().run(wanted, rows, this::say, new Noted());
        } catch (IOException e) {
            throw CliFailure.environment(session.text("cli.export.failed", out));
        }
        return ExitCode.DONE.status();
    }

    /** Says now and then how far it is. */
    private final class Noted implements Progress {
        @Override
        public void at(long done, long total) {
            if (done % NOTED == 0) {
                session.output().note(session.text("cli.tickets.progress", done, total));
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    private List<AttendeeRow> chosen(TicketIssuing issuing, ChosenEvent chosen) {
        String only = reissue;
        List<AttendeeRow> rows =
                issuing.rows(chosen.id(), order).stream()
                        .filter(row -> only == null || row.code().equals(only))
                        .toList();
        if (rows.isEmpty()) {
            String place = only != null ? "--reissue" : order != null ? "--order" : "--event";
            String value = only != null ? only : order != null ? order : event;
            throw session.wrong(place, value, session.text("cli.tickets.none"));
        }
        return rows;
    }

    private void say(Issued issued) {
        switch (issued) {
            case Issued.TooOften refused ->
                    throw CliFailure.input(
                            session.text("cli.tickets.tooOften", refused.row().code()));
            case Issued.Written written -> say(written);
        }
    }

    private void say(Issued.Written written) {
        AttendeeRow row = written.row();
        session.answer(
                JsonRow.of("ticket", row.id().value().toString())
                        .put("code", row.code())
                        .put("signed", SignedCode.read(row.code()).isPresent())
                        .put("order", row.order())
                        .put("attendee", row.name())
                        .put("pdf", written.pdf().toString())
                        .put("png", written.png().toString())
                        .map(),
                session.text(
                        "cli.tickets.line",
                        row.order(),
                        Objects.requireNonNullElse(row.name(), ""),
                        written.pdf()));
    }
}
