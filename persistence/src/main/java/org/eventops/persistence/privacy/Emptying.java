package org.eventops.persistence.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.privacy.Part;

/** Statements that leave a row in its place without what it said of a person. */
record Emptying(Sql sql) {
    /** Of a ticket {@code t}: whether it says anything of a person. */
    static final String TICKET_SAYS =
            "(t.name IS NOT NULL OR t.email IS NOT NULL OR t.phone IS NOT NULL OR t.company IS NOT"
                    + " NULL OR t.note IS NOT NULL OR t.answers <> '')";

    private static final String TICKET =
            "UPDATE ticket t SET name = NULL, email = NULL, phone = NULL, company = NULL,"
                    + " note = NULL, answers = '' WHERE id = ? AND "
                    + TICKET_SAYS;

    private static final String ORDER =
            "UPDATE ticket_order SET email = NULL WHERE id = ? AND email IS NOT NULL";

    /** Of another field the values stay, for they are no person's; the label may be one's name. */
    private static final String ABOUT =
            "(field IS NULL OR field IN ('name', 'email', 'phone', 'company', 'note', 'answers'))";

    private static final String CONFLICT =
            "UPDATE conflict SET what = NULL,"
                    + " loser = CASE WHEN "
                    + ABOUT
                    + " THEN NULL ELSE loser END, winner = CASE WHEN "
                    + ABOUT
                    + " THEN NULL ELSE winner END, resolved = CASE WHEN "
                    + ABOUT
                    + " THEN COALESCE(resolved, ?) ELSE resolved END, resolved_by = CASE WHEN "
                    + ABOUT
                    + " THEN COALESCE(resolved_by, ?) ELSE resolved_by END, taken = CASE WHEN "
                    + ABOUT
                    + " THEN 'erased' ELSE taken END WHERE id = ? AND kind <> 'DUPLICATE_ENTRY'"
                    + " AND (what IS NOT NULL OR loser IS NOT NULL OR winner IS NOT NULL)";

    int rows(Part part, Collection<UUID> ids, Instant at, String by) {
        return switch (part) {
            case TICKET -> sql.updateEach(TICKET, List.of(), ids);
            case ORDER -> sql.updateEach(ORDER, List.of(), ids);
            case CONFLICT -> sql.updateEach(CONFLICT, List.of(at, by), ids);
            case PERSON -> sql.updateEach("DELETE FROM person WHERE id = ?", List.of(), ids);
            case STAFF -> sql.updateEach("DELETE FROM staff WHERE id = ?", List.of(), ids);
            case SPONSOR ->
                    sql.updateEach("UPDATE sponsor SET email = NULL WHERE id = ?", List.of(), ids);
            default -> throw new IllegalArgumentException("not emptied: " + part);
        };
    }
}
