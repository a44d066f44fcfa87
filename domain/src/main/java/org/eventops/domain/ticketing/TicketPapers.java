package org.eventops.domain.ticketing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Tickets as something to print or to send. The streams are the caller's to close. */
public interface TicketPapers {
    /** How large a page is. */
    enum Paper {
        /** 210 × 297 mm. */
        A4,
        /** 90 mm wide, as a phone shows it without zooming. */
        PHONE
    }

    /** One page for each ticket, its code 60 mm wide on either paper. */
    void pdf(List<TicketFace> tickets, Paper paper, Locale language, OutputStream out)
            throws IOException;

    /** A picture of one ticket for a phone, 12 pixels to a module of its code. */
    void png(TicketFace ticket, Locale language, OutputStream out) throws IOException;

    /** Whether this is a PNG or JPEG that can be drawn as the logo of a {@link TicketLook}. */
    boolean isPicture(byte[] file);
}
