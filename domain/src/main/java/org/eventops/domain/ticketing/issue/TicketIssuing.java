package org.eventops.domain.ticketing.issue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketLooks;
import org.eventops.domain.ticketing.TicketPapers;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.domain.ticketing.TicketingRepository;
import org.eventops.domain.ticketing.signed.SignOutcome;
import org.eventops.domain.ticketing.signed.TicketSigning;
import org.jspecify.annotations.Nullable;

/** Writes tickets to a folder, each signed first where that is asked for. */
public final class TicketIssuing {
    private final Transactions transactions;
    private final EventRepository events;
    private final TicketingRepository ticketing;
    private final TicketSigning signing;
    private final TicketPapers papers;
    private final TicketLooks looks;
    private final Access access;

    public TicketIssuing(
            Transactions transactions,
            EventRepository events,
            TicketingRepository ticketing,
            TicketSigning signing,
            TicketPapers papers,
            TicketLooks looks,
            Access access) {
        this.transactions = transactions;
        this.events = events;
        this.ticketing = ticketing;
        this.signing = signing;
        this.papers = papers;
        this.looks = looks;
        this.access = access;
    }

    /** The tickets that are good, in an order that signing does not change. */
    public List<AttendeeRow> rows(EventId event, @Nullable String order) {
        List<AttendeeRow> rows = new ArrayList<>();
        transactions.read(
                () -> {
                    ticketing.attendees(event, rows::add);
                    return rows.size();
                });
        return rows.stream()
                .filter(row -> order == null || row.order().equals(order))
                .filter(row -> row.status() == TicketStatus.VALID)
                .sorted(Comparator.comparing(row -> row.id().value().toString()))
                .toList();
    }

    /**
     * One after the other; what was written before a cancellation stays, and each file is whole.
     *
     * @param each is told what became of each ticket, in the order of the rows
     * @throws IOException if the folder cannot be written; tickets before that are there
     */
    public void run(
            IssueOrder order, List<AttendeeRow> rows, Consumer<Issued> each, Progress progress)
            throws IOException {
        access.need(Permission.ISSUE_TICKETS, order.event());
        Files.createDirectories(order.folder());
        TicketFaces faces =
                transactions.read(() -> new TicketFaces(order.event(), events, ticketing, looks));
        Map<String, Integer> ofOrder = new HashMap<>();
        int done = 0;
        for (AttendeeRow row : rows) {
            if (progress.cancelled()) {
                return;
            }
            int number = ofOrder.merge(row.order(), 1, Integer::sum);
            each.accept(issue(order, row, faces, fileName(row.order(), number)));
            progress.at(++done, rows.size());
        }
    }

    /** An order's code may hold what a file's name must not. */
    private static String fileName(String order, int number) {
        return order.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + number;
    }

    private Issued issue(IssueOrder order, AttendeeRow row, TicketFaces faces, String name)
            throws IOException {
        SignOutcome outcome =
                switch (order.signing()) {
                    case AS_IS -> null;
                    case SIGN -> signing.sign(order.event(), row.id());
                    case REISSUE -> signing.reissue(order.event(), row.id());
                };
        if (outcome instanceof SignOutcome.TooOften) {
            return new Issued.TooOften(row);
        }
        AttendeeRow good =
                outcome == null
                        ? row
                        : transactions.read(() -> ticketing.attendee(row.id())).orElse(row);
        TicketFace face = faces.face(good);
        Path pdf = order.folder().resolve(name + ".pdf");
        Path png = order.folder().resolve(name + ".png");
        whole(pdf, out -> papers.pdf(List.of(face), order.paper(), order.language(), out));
        whole(png, out -> papers.png(face, order.language(), out));
        return new Issued.Written(good, pdf, png);
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
