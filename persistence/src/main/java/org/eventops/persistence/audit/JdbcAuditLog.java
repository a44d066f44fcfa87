package org.eventops.persistence.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eventops.domain.audit.AuditDetails;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.AuditSearch;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.audit.Sought;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.RowCodec;
import org.eventops.persistence.capture.Trail;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.jspecify.annotations.Nullable;

/** The audit in H2, and what the journal says of it. */
public final class JdbcAuditLog implements AuditLog {
    private static final String SELECT = "SELECT %s FROM audit_line".formatted(AuditRows.COLUMNS);
    private static final String FIND =
            SELECT
                    + " WHERE at >= ? AND at < ? AND (CAST(? AS UUID) IS NULL OR scope = ?)"
                    + " AND ? IN ('', deed)"
                    + " AND (LOCATE(?, LOWER(who || ' ' || device || ' ' || deed || ' '"
                    + " || COALESCE(table_name, '') || ' ' || COALESCE(CAST(row_id AS VARCHAR), '')"
                    + " || ' ' || COALESCE(details, ''))) > 0"
                    + " OR deed = ANY(CAST(? AS VARCHAR ARRAY))"
                    + " OR table_name = ANY(CAST(? AS VARCHAR ARRAY))"
                    + " OR scope = ANY(CAST(? AS UUID ARRAY))"
                    + " OR EXISTS (SELECT 1 FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS a(quoted)"
                    + " WHERE LOCATE(a.quoted, details) > 0))"
                    + " ORDER BY at DESC, number DESC FETCH FIRST ? ROWS ONLY";

    private static final String STAFF =
            "SELECT id FROM person WHERE name = ? UNION ALL SELECT id FROM staff WHERE name = ?";

    /** What every database takes as a time. */
    private static final OffsetDateTime LATEST =
            OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private final HibernateTransactions transactions;
    private final Journalled journal;

    /** Gives the changes that stand in the journal and are of interest. */
    public interface Journalled {
        void each(Predicate<byte[]> wanted, Consumer<byte[]> reader) throws IOException;
    }

    public JdbcAuditLog(HibernateTransactions transactions, Journalled journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    @Override
    public List<AuditLine> find(AuditSearch search) {
        return transactions.sql(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(FIND)) {
                        UUID scope = search.scope().orElse(null);
                        query.setObject(1, time(search.from()));
                        query.setObject(2, time(search.until()));
                        query.setObject(3, scope);
                        query.setObject(4, scope);
                        query.setString(5, search.deed().map(Deed::name).orElse(""));
                        sought(query, search.sought());
                        query.setInt(11, search.most());
                        List<AuditLine> found = new ArrayList<>();
                        read(query, found::add);
                        return found;
                    }
                });
    }

    private static void sought(PreparedStatement query, Sought sought) throws SQLException {
        query.setString(6, sought.text().strip().toLowerCase(Locale.ROOT));
        query.setObject(7, sought.deeds().stream().map(Deed::name).toArray());
        query.setObject(8, sought.tables().toArray());
        query.setObject(9, sought.events().toArray());
        query.setObject(10, sought.keys().stream().map(each -> '"' + each + '"').toArray());
    }

    private static OffsetDateTime time(Instant at) {
        return at.isAfter(LATEST.toInstant()) ? LATEST : at.atOffset(ZoneOffset.UTC);
    }

    private static void read(PreparedStatement query, Consumer<AuditLine> reader)
            throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                reader.accept(AuditRows.read(rows));
            }
        }
    }

    @Override
    public void each(Consumer<AuditLine> reader) {
        transactions.sql(
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(SELECT + " ORDER BY chain, number, id")) {
                        read(query, reader);
                        return true;
                    }
                });
    }

    @Override
    public Map<UUID, String> journalled() {
        Map<UUID, String> hashes = new HashMap<>();
        return transactions.sql(
                unused -> {
                    try {
                        journal.each(
                                encoded -> RowCodec.isOf(encoded, Machinery.AUDIT),
                                encoded -> note(hashes, encoded));
                        return hashes;
                    } catch (IOException e) {
                        throw new SQLException("the journal could not be read", e);
                    }
                });
    }

    private static void note(Map<UUID, String> hashes, byte[] encoded) {
        RowChange change = RowCodec.decode(encoded);
        if (change.op() == RowChange.Op.INSERT) {
            change.columns().stream()
                    .filter(each -> each.name().equals("hash"))
                    .forEach(each -> hashes.put(change.key(), String.valueOf(each.after())));
        }
    }

    @Override
    public void note(Note note) {
        String details = note.details();
        capture(
                new RowChange(
                        Trail.NOTE,
                        note.scope(),
                        RowChange.Op.INSERT,
                        note.scope(),
                        List.of(
                                new RowChange.Column("deed", null, note.deed().name()),
                                new RowChange.Column(
                                        "details", null, details.isEmpty() ? null : details),
                                new RowChange.Column("row", null, row(note.about())),
                                new RowChange.Column(
                                        "unseen", null, note.about() instanceof Note.Unseen))));
    }

    private @Nullable UUID row(Note.About about) {
        return switch (about) {
            case Note.Nobody unused -> null;
            case Note.Unseen unused -> null;
            case Note.OfRow of -> of.row();
            case Note.Staff staff ->
                    transactions.sql(connection -> staff(connection, staff.name())).orElse(null);
        };
    }

    /** The row that is emptied with their data. */
    private static Optional<UUID> staff(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STAFF)) {
            query.setString(1, name);
            query.setString(2, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private void capture(RowChange change) {
        transactions.sql(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO capture (table_name, scope, change)"
                                            + " VALUES (?, ?, ?)")) {
                        insert.setString(1, Trail.NOTE);
                        insert.setObject(2, change.scope());
                        insert.setBytes(3, RowCodec.encode(change));
                        return insert.executeUpdate();
                    }
                });
    }

    @Override
    public int forget(Collection<UUID> rows) {
        Map<UUID, UUID> lines = transactions.sql(connection -> withDetails(connection, rows));
        lines.keySet().forEach(line -> capture(bare(line)));
        Map<UUID, List<UUID>> byScope = new HashMap<>();
        lines.forEach(
                (line, scope) ->
                        byScope.computeIfAbsent(scope, unused -> new ArrayList<>()).add(line));
        byScope.forEach(
                (scope, some) -> note(Deed.FORGOTTEN, scope, AuditDetails.of("lines", some)));
        return lines.size();
    }

    /** Without the salt nobody can try out what the details were. */
    private static RowChange bare(UUID line) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("details", null);
        row.put("salt", null);
        return Machinery.change(Machinery.AUDIT, line, row);
    }

    private static Map<UUID, UUID> withDetails(Connection connection, Collection<UUID> rows)
            throws SQLException {
        Map<UUID, UUID> found = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT id, scope FROM audit_line"
                                + " WHERE row_id = ANY (?) AND details IS NOT NULL")) {
            query.setArray(1, connection.createArrayOf("UUID", rows.toArray()));
            try (ResultSet each = query.executeQuery()) {
                while (each.next()) {
                    found.put(each.getObject(1, UUID.class), each.getObject(2, UUID.class));
                }
            }
        }
        return found;
    }
}
