package org.eventops.domain.door.search;

import java.util.List;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketId;

/**
 * What is searched of one attendee, folded: fields end with a line break.
 *
 * @param text name, company, e-mail, order code
 * @param codes ticket code, order code and the digits of the phone number
 */
record SearchText(TicketId id, String text, String codes) {
    static SearchText of(AttendeeRow row) {
        String text =
                field(Folding.fold(row.name()))
                        + field(Folding.fold(row.company()))
                        + field(Folding.fold(row.email()))
                        + field(Folding.fold(row.order()));
        String codes =
                field(Folding.fold(row.code()))
                        + field(Folding.digits(row.order()))
                        + field(Folding.digits(row.phone()));
        return new SearchText(row.id(), text, codes);
    }

    private static String field(String folded) {
        return folded.isEmpty() ? "" : folded + OneTypo.FIELD_END;
    }

    boolean isNarrow() {
        return text.chars().allMatch(c -> c < 256) && codes.chars().allMatch(c -> c < 256);
    }

    boolean matches(List<SearchWord> words) {
        return AttendeeShelf.of(List.of(this)).rank(0, words) >= 0;
    }
}
