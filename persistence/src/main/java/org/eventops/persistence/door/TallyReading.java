package org.eventops.persistence.door;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.door.count.CountedScan;
import org.eventops.domain.door.count.TicketBook;
import org.eventops.domain.door.count.TicketGroup;
import org.eventops.domain.door.count.TicketGroup.Standing;

/**
 * Brings a tally up to the rows of its event. Plain JDBC: it reads every ticket and scan once, and
 * a session would hold them.
 */
record TallyReading(Connection connection, UUID scope, KeptTally kept) {
    private static final String ORDERS =
            "SELECT id, status, valid_while_pending FROM ticket_order"
                    + " WHERE scope = ? AND status <> 'PAID'";
    private static final String TICKETS =
            "SELECT id, order_id, product, date_key, status, blocked FROM ticket WHERE scope = ?";
    private static final String COLUMNS =
            "SELECT id, recorded, list_id, ticket_id, verdict, gate, at FROM scan ";
    private static final String LATER =
            COLUMNS + "WHERE scope = ? AND recorded > ? ORDER BY recorded";
    private static final String UNDONE =
            "SELECT scan_id, recorded FROM scan_undo WHERE scope = ? AND recorded > ?"
                    + " ORDER BY recorded";
    private static final String ONE = COLUMNS + "WHERE id = ?";
    private static final String OF_TICKET =
            COLUMNS + "WHERE ticket_id = ? AND scope = ? AND recorded <= ? ORDER BY recorded";
    private static final String LAST = "SELECT id FROM scan WHERE scope = ? AND recorded = ?";
    private static final int FETCH = 1000;

    private record Row(UUID id, long recorded, CountedScan scan) {}

    /** What to do with each row that is found. */
    private interface RowReader {
        void row(ResultSet columns) throws SQLException;
    }

    /** Whether the last scan that the tally has counted still stands where it stood. */
    boolean fits() throws SQLException {
        UUID last = kept.last;
        List<UUID> found = new ArrayList<>();
        query(LAST, c -> found.add(c.getObject(1, UUID.class)), scope, kept.recorded);
        return last == null ? found.isEmpty() : found.contains(last);
    }

    void tickets() throws SQLException {
        Map<UUID, Standing> unpaid = new HashMap<>();
        query(ORDERS, c -> unpaid.put(c.getObject(1, UUID.class), standing(c)), scope);
        List<SQLException> failed = new ArrayList<>();
        kept.tally.tickets(
                book -> {
                    try {
                        query(TICKETS, c -> put(book, c, unpaid), scope);
                    } catch (SQLException e) {
                        failed.add(e);
                    }
                });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    private static Standing standing(ResultSet order) throws SQLException {
        if (!"PENDING".equals(order.getString(2))) {
            return Standing.OUT;
        }
        return order.getBoolean(3) ? Standing.GOOD : Standing.PENDING;
    }

    private static void put(TicketBook book, ResultSet ticket, Map<UUID, Standing> unpaid)
            throws SQLException {
        boolean stands = "VALID".equals(ticket.getString(5)) && !ticket.getBoolean(6);
        UUID order = ticket.getObject(2, UUID.class);
        Standing standing = stands ? unpaid.getOrDefault(order, Standing.GOOD) : Standing.OUT;
        TicketGroup group = new TicketGroup(ticket.getString(3), ticket.getString(4), standing);
        book.put(ticket.getObject(1, UUID.class), group);
    }

    /** What was taken back and what was scanned since the last time. */
    void scans() throws SQLException {
        List<UUID> undone = new ArrayList<>();
        query(
                UNDONE,
                c -> {
                    undone.add(c.getObject(1, UUID.class));
                    kept.undoRecorded = c.getLong(2);
                },
                scope,
                kept.undoRecorded);
        kept.undone.addAll(undone);
        if (kept.recorded >= 0) {
            for (UUID scan : undone) {
                takeBack(scan);
            }
        }
        query(LATER, this::add, scope, kept.recorded);
    }

    private void add(ResultSet columns) throws SQLException {
        Row row = row(columns);
        kept.recorded = row.recorded();
        kept.last = row.id();
        if (!kept.undone.contains(row.id())) {
            kept.tally.add(row.scan());
        }
    }

    private void takeBack(UUID scan) throws SQLException {
        List<Row> found = new ArrayList<>();
        query(ONE, c -> found.add(row(c)), scan);
        for (Row row : found) {
            if (row.recorded() <= kept.recorded) {
                kept.tally.takeBack(row.scan(), left(row.scan()));
            }
        }
    }

    private List<CountedScan> left(CountedScan scan) throws SQLException {
        List<CountedScan> left = new ArrayList<>();
        UUID ticket = scan.ticket();
        if (ticket != null) {
            query(
                    OF_TICKET,
                    c -> {
                        Row row = row(c);
                        if (!kept.undone.contains(row.id())) {
                            left.add(row.scan());
                        }
                    },
                    ticket,
                    scope,
                    kept.recorded);
        }
        return left;
    }

    private static Row row(ResultSet c) throws SQLException {
        return new Row(
                c.getObject(1, UUID.class),
                c.getLong(2),
                new CountedScan(
                        c.getObject(3, UUID.class),
                        c.getObject(4, UUID.class),
                        Verdict.valueOf(c.getString(5)),
                        c.getString(6),
                        c.getObject(7, OffsetDateTime.class).toInstant()));
    }

    private void query(String sql, RowReader each, Object... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCH);
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each.row(rows);
                }
            }
        }
    }
}
