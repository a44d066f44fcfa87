package org.eventops.sync.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.Hub.Chunk;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * One chunk of a first load in one round trip and one snapshot: the scope's clock, and the rows of
 * as many tables as fit. Each line of the copy is the table's place and a row in the binary form of
 * a composite value.
 */
final class ChunkLoad {
    private static final List<SyncedTables.Table> TABLES = SyncedTables.inOrder();

    private ChunkLoad() {}

    static Chunk of(Connection connection, UUID scope, String table, @Nullable UUID after, int rows)
            throws SQLException, IOException {
        int first = TABLES.indexOf(SyncedTables.of(table));
        List<byte[]> lines = lines(connection, copy(scope, first, after, rows + 1));
        if (lines.isEmpty()) {
            throw new IOException("a chunk without a head");
        }
        ByteBuffer head = BinaryRows.head(lines.getFirst());
        List<byte[]> found = lines.subList(1, Math.min(lines.size(), rows + 1));
        return new Chunk(
                BinaryRows.number(head),
                BinaryRows.number(head),
                BinaryRows.id(head),
                sections(found),
                lines.size() - 1 > rows);
    }

    private static List<Chunk.Section> sections(List<byte[]> lines) throws IOException {
        List<Chunk.Section> sections = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int place = BinaryRows.place(lines.get(from));
            int to = from + 1;
            while (to < lines.size() && BinaryRows.place(lines.get(to)) == place) {
                to++;
            }
            SyncedTables.Table table = TABLES.get(place);
            sections.add(
                    new Chunk.Section(table.name(), BinaryRows.of(table, lines.subList(from, to))));
            from = to;
        }
        return sections;
    }

    private static String copy(UUID scope, int first, @Nullable UUID after, int rows) {
        StringBuilder sql = new StringBuilder(1 << 13);
        sql.append("COPY (SELECT * FROM (SELECT -1::smallint, record_send(h) FROM ")
                .append("sync.device_load_head('%s') h".formatted(scope));
        for (int place = first; place < TABLES.size(); place++) {
            SyncedTables.Table table = TABLES.get(place);
            String from = place == first && after != null ? "'" + after + "'" : "NULL";
            // Columns by name: a newer hub may have more of them.
            sql.append(
                    " UNION ALL SELECT %d::smallint, record_send(r) FROM (SELECT %s, sync_extra FROM sync.device_load_%s('%s', %s, %d)) r"
                            .formatted(place, names(table), table.name(), scope, from, rows));
        }
        return sql.append(") lines LIMIT %d) TO STDOUT (FORMAT binary)".formatted(rows + 1))
                .toString();
    }

    private static String names(SyncedTables.Table table) {
        return table.columns().stream()
                .map(SyncedTables.Column::name)
                .collect(Collectors.joining(", "));
    }

    private static List<byte[]> lines(Connection connection, String copy) throws SQLException {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        List<byte[]> lines = new ArrayList<>();
        try {
            byte[] line;
            while ((line = out.readFromCopy()) != null) {
                lines.add(line);
            }
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
        // the last one only says that it ends
        return lines.subList(0, Math.max(0, lines.size() - 1));
    }
}
