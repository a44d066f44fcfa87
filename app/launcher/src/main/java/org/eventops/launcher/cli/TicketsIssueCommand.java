package org.eventops.launcher.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketPapers;
import org.eventops.domain.ticketing.TicketPapers.Paper;
import org.eventops.domain.ticketing.signed.SignOutcome;
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
        ChosenEvent chosen = new EventChoice(session, console).event("--event", event);
        List<AttendeeRow> rows = chosen(console, chosen);
        TicketFaces faces = new TicketFaces(console, chosen);
        Map<String, Integer> ofOrder = new HashMap<>();
        int done = 0;
        for (AttendeeRow row : rows) {
            AttendeeRow good = signed(console, chosen, row);
            int number = ofOrder.merge(row.order(), 1, Integer::sum);
            print(console, good, faces.face(good), name(row.order(), number));
            if (++done % NOTED == 0) {
                session.output().note(session.text("cli.tickets.progress", done, rows.size()));
            }
        }
        return ExitCode.DONE.status();
    }

    private List<AttendeeRow> chosen(OpenConsole console, ChosenEvent chosen) {
        String only = reissue;
        List<AttendeeRow> rows =
                TicketFaces.rows(console, chosen, order).stream()
                        .filter(row -> only == null || row.code().equals(only))
                        .toList();
        if (rows.isEmpty()) {
            String place = only != null ? "--reissue" : order != null ? "--order" : "--event";
            String value = only != null ? only : order != null ? order : event;
            throw session.wrong(place, value, session.text("cli.tickets.none"));
        }
        return rows;
    }

    private AttendeeRow signed(OpenConsole console, ChosenEvent chosen, AttendeeRow row) {
        if (!sign && reissue == null) {
            return row;
        }
        SignOutcome outcome =
                reissue == null
                        ? console.signing().sign(chosen.id(), row.id())
                        : console.signing().reissue(chosen.id(), row.id());
        if (outcome instanceof SignOutcome.TooOften) {
            throw CliFailure.input(session.text("cli.tickets.tooOften", row.code()));
        }
        return console.store()
                .transactions()
                .read(() -> console.store().ticketing().attendee(row.id()))
                .orElse(row);
    }

    /** An order's code may hold what a file's name must not. */
    private static String name(String order, int number) {
        return order.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + number;
    }

    private void print(OpenConsole console, AttendeeRow row, TicketFace face, String name) {
        Locale language = session.texts().locale();
        TicketPapers papers = console.papers();
        Path pdf = out.resolve(name + ".pdf");
        Path png = out.resolve(name + ".png");
        try {
            Files.createDirectories(out);
            whole(pdf, stream -> papers.pdf(List.of(face), paper, language, stream));
            whole(png, stream -> papers.png(face, language, stream));
        } catch (IOException e) {
            throw CliFailure.environment(session.text("cli.export.failed", out));
        }
        session.answer(
                JsonRow.of("ticket", row.id().value().toString())
                        .put("code", row.code())
                        .put("signed", SignedCode.read(row.code()).isPresent())
                        .put("order", row.order())
                        .put("attendee", row.name())
                        .put("pdf", pdf.toString())
                        .put("png", png.toString())
                        .map(),
                session.text("cli.tickets.line", row.order(), face.attendee(), pdf));
    }

    /** Writes to a stream. */
    private interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    /** The file is whole or not there. */
    private static void whole(Path file, Writing writing) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream stream = Files.newOutputStream(part)) {
                writing.to(stream);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
