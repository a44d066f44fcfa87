package org.eventops.persistence.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditLine.Link;
import org.eventops.domain.audit.AuditLine.What;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.Replay;
import org.jspecify.annotations.Nullable;

/** Lines as rows. */
final class AuditRows {
    static final String COLUMNS =
            "id, chain, number, at, who, device, scope, deed, table_name, row_id, changed, details,"
                    + " salt, digest, previous, hash";

    private AuditRows() {}

    /**
     * @return the same for the journal
     */
    static RowChange insert(Connection connection, AuditLine line) throws SQLException {
        What what = line.what();
        Link link = line.link();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("chain", link.chain());
        row.put("number", link.number());
        row.put("at", what.at().atOffset(ZoneOffset.UTC));
        row.put("who", what.who());
        row.put("device", what.device());
        row.put("scope", what.scope());
        row.put("deed", what.deed().name());
        row.put("table_name", what.table().isEmpty() ? null : what.table());
        row.put("row_id", what.row());
        row.put("changed", what.changed());
        row.put("details", line.details());
        row.put("salt", line.salt());
        row.put("digest", link.digest());
        row.put("previous", link.previous());
        row.put("hash", link.hash());
        RowChange change = Machinery.put(Machinery.AUDIT, line.id(), row);
        new Replay(connection).apply(change);
        return change;
    }

    /** The row at which the cursor stands, of the columns above. */
    static AuditLine read(ResultSet row) throws SQLException {
        What what =
                new What(
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        Deed.valueOf(row.getString(8)),
                        Objects.requireNonNullElse(row.getString(9), ""),
                        row.getObject(10, UUID.class),
                        row.getInt(11));
        Link link =
                new Link(
                        row.getInt(2),
                        row.getLong(3),
                        row.getString(14),
                        row.getString(15),
                        row.getString(16));
        return new AuditLine(
                row.getObject(1, UUID.class), what, row.getString(12), row.getString(13), link);
    }
}
