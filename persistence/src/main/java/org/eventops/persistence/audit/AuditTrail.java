package org.eventops.persistence.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.access.Access;
import org.eventops.domain.audit.AuditDetails;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditSeal;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.change.IdSource;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.Replay;
import org.eventops.persistence.capture.RowCodec;
import org.eventops.persistence.capture.Trail;
import org.eventops.persistence.capture.WriteTurns;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a transaction with it. What is a record of its own, which nobody changes (a
 * scan without override, the printing of a badge, a sale, the steps of an event's life), gets none.
 */
public final class AuditTrail implements Trail {
    /** More rows of a table in one transaction are only counted. */
    static final int TOLD_ONE_BY_ONE = 50;

    /** Alone, or beside a long write: each hangs its lines into a chain of its own. */
    private static final int SHORT = 0;

    private static final int LONG = 1;
    private static final int SALT = 16;
    private static final Set<String> OWN_RECORD =
            Set.of("badge_print", "stock_sale", "status_change");

    /** A transaction that adds to it takes away what its other rows said of a person. */
    private static final String ERASURE = "erasure";

    private final Access access;
    private final IdSource ids;
    private final WriteTurns turns;
    private final DeviceName device;
    private final SecureRandom random = new SecureRandom();

    public AuditTrail(Access access, IdSource ids, WriteTurns turns, DeviceName device) {
        this.access = access;
        this.ids = ids;
        this.turns = turns;
        this.device = device;
    }

    @Override
    public Gathering gather() {
        return new Gathered();
    }

    /** What happened to the rows of one table. */
    private static final class Told {
        private final List<RowChange> some = new ArrayList<>();
        private final Map<RowChange.Op, Integer> counts = new EnumMap<>(RowChange.Op.class);
        private int all;

        void take(byte[] encoded) {
            all++;
            counts.merge(RowCodec.op(encoded), 1, Integer::sum);
            if (some.size() < TOLD_ONE_BY_ONE) {
                some.add(RowCodec.decode(encoded));
            }
        }
    }

    private final class Gathered implements Gathering {
        private final Map<String, Told> tables = new LinkedHashMap<>();
        private final List<RowChange> notes = new ArrayList<>();

        @Override
        public void take(byte[] encoded, String table) {
            if (table.equals(NOTE)) {
                notes.add(RowCodec.decode(encoded));
            } else if (!isRecord(table, encoded)) {
                tables.computeIfAbsent(table, unused -> new Told()).take(encoded);
            }
        }

        @Override
        public List<RowChange> lines(Connection connection, Instant at) throws SQLException {
            if (tables.isEmpty() && notes.isEmpty()) {
                return List.of();
            }
            Hanging hanging = new Hanging(connection, at);
            boolean erasing = tables.containsKey(ERASURE);
            for (Map.Entry<String, Told> table : tables.entrySet()) {
                boolean told = !erasing || table.getKey().equals(ERASURE);
                hanging.add(table.getKey(), table.getValue(), told);
            }
            for (RowChange note : notes) {
                hanging.add(note);
            }
            return hanging.written;
        }
    }

    private static boolean isRecord(String table, byte[] encoded) {
        return OWN_RECORD.contains(table)
                || (table.equals("scan")
                        && RowCodec.decode(encoded).columns().stream()
                                .noneMatch(each -> each.name().equals("override_reason")));
    }

    /** Hangs lines behind the last one. */
    private final class Hanging {
        private final Connection connection;
        private final Instant at;
        private final String where;
        private final int chain = turns.inBulk() ? LONG : SHORT;
        private final List<RowChange> written = new ArrayList<>();
        private AuditLine.@Nullable Link last;

        Hanging(Connection connection, Instant at) throws SQLException {
            this.connection = connection;
            this.at = at;
            this.where = device.read(connection);
            this.last = head().orElse(null);
        }

        private Optional<AuditLine.Link> head() throws SQLException {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT number, hash FROM audit_line WHERE chain = ?"
                                    + " ORDER BY chain DESC, number DESC FETCH FIRST ROW ONLY")) {
                query.setInt(1, chain);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next()
                            ? Optional.of(
                                    new AuditLine.Link(
                                            chain, rows.getLong(1), "", "", rows.getString(2)))
                            : Optional.empty();
                }
            }
        }

        /**
         * @param details whether what stood there is told; not of what was taken away with a person
         */
        void add(String table, Told told, boolean details) throws SQLException {
            if (told.all > TOLD_ONE_BY_ONE) {
                UUID scope = told.some.getFirst().scope();
                write(what(scope, Deed.MANY, table, null, told.all), AuditDetails.of(told.counts));
                return;
            }
            for (RowChange change : told.some) {
                Deed deed = AuditDetails.deed(change.op());
                write(
                        what(change.scope(), deed, table, change.key(), 1),
                        details ? AuditDetails.of(change) : null);
            }
        }

        void add(RowChange note) throws SQLException {
            if (Machinery.is(note)) {
                new Replay(connection).apply(note);
                written.add(note);
                return;
            }
            Deed deed = Deed.valueOf(String.valueOf(note.columns().get(0).after()));
            Object details = note.columns().get(1).after();
            UUID row = (UUID) note.columns().get(2).after();
            boolean unseen = Boolean.TRUE.equals(note.columns().get(3).after());
            String who = unseen || deed.isByAStranger() ? "" : access.byWhom();
            write(
                    new AuditLine.What(at, who, where, note.scope(), deed, "", row, 0),
                    details == null ? null : details.toString());
        }

        private AuditLine.What what(
                UUID scope, Deed deed, String table, @Nullable UUID row, int changed) {
            return new AuditLine.What(at, access.byWhom(), where, scope, deed, table, row, changed);
        }

        private void write(AuditLine.What what, @Nullable String details) throws SQLException {
            String salt = details == null ? null : salt();
            AuditLine line = AuditSeal.next(ids.next(), what, details, salt, chain, last);
            last = line.link();
            written.add(AuditRows.insert(connection, line));
        }

        private String salt() {
            byte[] bytes = new byte[SALT];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
