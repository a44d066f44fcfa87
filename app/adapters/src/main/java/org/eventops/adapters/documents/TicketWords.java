package org.eventops.adapters.documents;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.resources.Texts;

/** The lines of a ticket in a language. */
final class TicketWords {
    private final Texts texts;
    private final DateTimeFormatter day;
    private final DateTimeFormatter hour;

    TicketWords(Locale language) {
        this.texts = Texts.of(language);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language);
        this.hour = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
    }

    /** When and where, one line each. */
    List<String> occasion(TicketFace ticket) {
        List<String> lines = new ArrayList<>();
        lines.add(day.format(ticket.starts()) + ", " + hour.format(ticket.starts()));
        if (ticket.doors() != null) {
            lines.add(texts.get("ticketing.document.doors", hour.format(ticket.doors())));
        }
        if (!ticket.place().isEmpty()) {
            lines.add(ticket.place());
        }
        return lines;
    }

    String order(TicketFace ticket) {
        return texts.get("ticketing.document.order", ticket.order());
    }

    String advice() {
        return texts.get("ticketing.document.advice");
    }

    String title() {
        return texts.get("ticketing.document.title");
    }
}
