package org.eventops.domain.ticketing.issue;

import java.nio.file.Path;
import java.util.Locale;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketPapers.Paper;

/**
 * How tickets are to go out.
 *
 * @param folder for a PDF and a PNG of each; made where it is not there
 */
public record IssueOrder(
        EventId event, Signing signing, Paper paper, Locale language, Path folder) {
    /** What becomes of the code. */
    public enum Signing {
        /** It stays. */
        AS_IS,
        /** It is signed, if it is not yet. */
        SIGN,
        /** A new one; the one before is refused from now on. */
        REISSUE
    }
}
