package org.eventops.domain.badge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eventops.domain.badge.BadgeService.Asker;
import org.eventops.domain.event.EventId;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/** Prints badges and keeps what became of each. Takes as long as the printer does. */
public final class BadgeDesk {
    private final BadgeService service;
    private final Printers printers;
    private final BadgePapers papers;
    private final Meter meter;

    public BadgeDesk(BadgeService service, Printers printers, BadgePapers papers, Meter meter) {
        this.service = service;
        this.printers = printers;
        this.papers = papers;
        this.meter = meter;
    }

    /** What became of one badge. */
    public sealed interface Outcome {
        /** The printer has it, or it stands in the document. */
        record Printed(BadgePrint print) implements Outcome {}

        record Failed(BadgePrint print, PrintProblem problem) implements Outcome {}

        /** Nothing was sent to a printer. */
        record NotAsked(BadgeRequest why) implements Outcome {}
    }

    /**
     * What is wanted.
     *
     * @param again whether a person wants another although there is, or may be, one
     * @param language of dates
     */
    public record Order(EventId event, boolean again, Locale language, Asker asker) {}

    /** Opens what the document is written to; the desk closes it. */
    @FunctionalInterface
    public interface Opening {
        OutputStream open() throws IOException;
    }

    /**
     * Prints a badge. A printer that fails is an answer.
     *
     * @throws org.eventops.domain.change.StoreException when the store fails: before the printer
     *     was asked nothing is printed; after it, the printing stays without an end
     */
    public Outcome print(Order order, TicketId ticket, BadgeOutput output) {
        BadgeRequest request = service.request(order.event(), ticket, order.again(), order.asker());
        if (!(request instanceof BadgeRequest.Requested asked)) {
            return new Outcome.NotAsked(request);
        }
        PrintProblem problem = sent(asked, order, output);
        service.ended(List.of(asked.print()), problem);
        return outcome(asked, problem);
    }

    private @Nullable PrintProblem sent(
            BadgeRequest.Requested asked, Order order, BadgeOutput output) {
        if (output instanceof BadgeOutput.None) {
            return new PrintProblem(PrintProblem.Kind.NOT_CHOSEN, "");
        }
        long begun = meter.begin();
        try {
            printers.print(
                    output,
                    new Printers.Sheet(asked.layout(), asked.face(), order.language()),
                    title(asked));
            meter.done(Operation.PRINT, begun);
            return null;
        } catch (PrintFailure e) {
            meter.failed(Operation.PRINT, begun, e.failure().kind());
            return e.problem();
        }
    }

    /** The order's code and the end of the printing's own, which no other has. */
    private static String title(BadgeRequest.Requested asked) {
        String id = asked.print().id().value().toString();
        return asked.face().order() + "-" + id.substring(id.length() - 8);
    }

    private static Outcome outcome(BadgeRequest.Requested asked, @Nullable PrintProblem problem) {
        return problem == null
                ? new Outcome.Printed(asked.print())
                : new Outcome.Failed(asked.print(), problem);
    }

    /**
     * Writes badges as one PDF, one page each, and keeps them as printed. What cannot be written is
     * an answer; with no badge to print nothing is opened.
     *
     * @return one for each ticket, in their order
     */
    public List<Outcome> document(Order order, List<TicketId> tickets, Opening opening) {
        List<BadgeRequest> requests =
                service.request(order.event(), tickets, order.again(), order.asker());
        List<BadgeRequest.Requested> asked =
                requests.stream()
                        .filter(BadgeRequest.Requested.class::isInstance)
                        .map(BadgeRequest.Requested.class::cast)
                        .toList();
        PrintProblem problem = asked.isEmpty() ? null : written(asked, order, opening);
        service.ended(asked.stream().map(BadgeRequest.Requested::print).toList(), problem);
        List<Outcome> outcomes = new ArrayList<>(requests.size());
        for (BadgeRequest each : requests) {
            outcomes.add(
                    each instanceof BadgeRequest.Requested one
                            ? outcome(one, problem)
                            : new Outcome.NotAsked(each));
        }
        return outcomes;
    }

    private @Nullable PrintProblem written(
            List<BadgeRequest.Requested> asked, Order order, Opening opening) {
        List<BadgeFace> faces = asked.stream().map(BadgeRequest.Requested::face).toList();
        try (OutputStream out = opening.open()) {
            papers.pdf(asked.getFirst().layout(), faces, order.language(), out);
            return null;
        } catch (IOException e) {
            return new PrintProblem(
                    PrintProblem.Kind.FILE, e.getMessage() == null ? "" : e.getMessage());
        }
    }
}
