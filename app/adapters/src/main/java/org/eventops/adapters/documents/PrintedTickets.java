package org.eventops.adapters.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketPapers;

/** Tickets as PDF (OpenPDF) and PNG (Java's own). */
public final class PrintedTickets implements TicketPapers {
    private final TicketLogos logos = new TicketLogos();

    @Override
    public void pdf(List<TicketFace> tickets, Paper paper, Locale language, OutputStream out)
            throws IOException {
        new TicketPdf(new TicketWords(language), paper, logos).write(tickets, out);
    }

    @Override
    public void png(TicketFace ticket, Locale language, OutputStream out) throws IOException {
        TicketPng.write(ticket, new TicketWords(language), logos.of(ticket.look()), out);
    }

    @Override
    public boolean isPicture(byte[] file) {
        return TicketLogos.isPicture(file);
    }
}
