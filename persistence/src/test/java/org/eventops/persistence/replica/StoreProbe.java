package org.eventops.persistence.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.Store;
import org.eventops.persistence.atrest.AtRest;

/** Looks into a store's files from outside. */
public final class StoreProbe {
    private static final List<String> MACHINERY =
            List.of(
                    "SELECT number, id, at, frame, part, scopes, answered, outcome, reason, up_to,"
                            + " landed FROM outbox ORDER BY number",
                    "SELECT id, epoch, seq, mark, loading_table, loading_after, loading_mark"
                            + " FROM sync_cursor"
                            + " ORDER BY id",
                    "SELECT id, target FROM sync_alias ORDER BY id",
                    "SELECT id, chain, number, details, hash FROM audit_line ORDER BY id",
                    "SELECT id, tenant, lineage FROM sync_member");

    private StoreProbe() {}

    /** Everything that a rebuild must bring back, as text by table; the store must be closed. */
    public static Map<String, List<String>> content(Path folder) {
        try (Connection connection = open(folder)) {
            Map<String, List<String>> content = new TreeMap<>();
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                TableSql sql = TableSql.of(table.name());
                content.put(
                        table.name(),
                        rows(
                                connection,
                                "SELECT %s FROM %s ORDER BY id".formatted(sql.list(), sql.name())));
            }
            for (String query : MACHINERY) {
                content.put(query, rows(connection, query));
            }
            return content;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one has and the other has not, line by line; nothing if they are the same. */
    public static List<String> differences(
            Map<String, List<String>> expected, Map<String, List<String>> actual) {
        List<String> found = new ArrayList<>();
        for (String table : expected.keySet()) {
            List<String> missing = new ArrayList<>(rows(expected, table));
            missing.removeAll(rows(actual, table));
            missing.forEach(row -> found.add("missing in " + table + ": " + row));
            List<String> more = new ArrayList<>(rows(actual, table));
            more.removeAll(rows(expected, table));
            more.forEach(row -> found.add("too much in " + table + ": " + row));
        }
        return found;
    }

    private static List<String> rows(Map<String, List<String>> content, String table) {
        return Objects.requireNonNull(content.get(table));
    }

    /** Of one table of a scope, of an open store. */
    public static ContentHash hash(Store store, UUID scope, String table) {
        return Objects.requireNonNull(store.replica().hashes(scope).get(table));
    }

    /** A second pair of eyes, only when the store is closed. */
    public static Connection open(Path folder) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:%s:%s;FILE_LOCK=NO;DB_CLOSE_DELAY=0"
                        .formatted(new AtRest(key(folder)).scheme(), folder.resolve("store")),
                "sa",
                "");
    }

    /** Of a store that nobody protects. */
    public static StoreKey key(Path folder) {
        try {
            String text = Files.readString(folder.resolve("store.key")).strip();
            return StoreKey.of(Base64.getDecoder().decode(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= width; i++) {
                    row.append(rows.getObject(i)).append(" | ");
                }
                found.add(row.toString());
            }
        }
        return found;
    }

    /** The files as they are on the disk this moment, as after a power cut, in another folder. */
    public static Path copyOf(Path folder, Path to) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().endsWith(".lock")) {
                    Files.copy(file, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
