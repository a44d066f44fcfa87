package org.eventops.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eventops.domain.health.StoreCondition;
import org.eventops.domain.health.StoreFigures;
import org.eventops.persistence.hibernate.HibernateTransactions;

/** Counts files and rows; reads none of them. */
final class FolderCondition implements StoreCondition {
    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'";

    private final StoreLocation location;
    private final Opening opening;
    private final HibernateTransactions transactions;

    FolderCondition(StoreLocation location, Opening opening, HibernateTransactions transactions) {
        this.location = location;
        this.opening = opening;
        this.transactions = transactions;
    }

    @Override
    public StoreFigures figures() {
        Map<String, Long> rows =
                transactions.read(() -> transactions.sql(FolderCondition::countRows));
        try {
            List<Path> journal = files(location.journal());
            return new StoreFigures(
                    size(List.of(location.databaseFile())),
                    size(journal),
                    journal.size(),
                    snapshot(),
                    opening.applied(),
                    opening.state() == Opening.State.REBUILT,
                    opening.damagedPlaces() + (opening.journalShorter() ? 1 : 0),
                    rows);
        } catch (IOException e) {
            throw StoreProblems.of(e, location.folder());
        }
    }

    private Optional<Instant> snapshot() throws IOException {
        List<Path> taken = new Snapshots(location).newestFirst();
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.getLastModifiedTime(taken.getFirst()).toInstant());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static long size(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path each : files) {
            bytes += Files.exists(each) ? Files.size(each) : 0;
        }
        return bytes;
    }

    private static Map<String, Long> countRows(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        for (String table : tables) {
            String count = "SELECT COUNT(*) FROM \"" + table + "\"";
            try (PreparedStatement query = connection.prepareStatement(count);
                    ResultSet rows = query.executeQuery()) {
                counts.put(table, rows.next() ? rows.getLong(1) : 0);
            }
        }
        return counts;
    }
}
