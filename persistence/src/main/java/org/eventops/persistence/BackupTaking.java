package org.eventops.persistence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eventops.domain.backup.BackupChain;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.TakeOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.backup.BackupFolder;
import org.eventops.persistence.backup.BackupHeader;
import org.eventops.persistence.backup.BackupOutput;
import org.eventops.persistence.backup.Contents;
import org.eventops.persistence.capture.Stamps;
import org.eventops.persistence.capture.WriteTurns;
import org.eventops.persistence.journal.Journal;
import org.eventops.persistence.journal.JournalPieces;
import org.eventops.persistence.journal.Place;
import org.h2.jdbcx.JdbcDataSource;

/** Takes backups of an open store. */
final class BackupTaking {
    /** What is neither database nor journal, and yet belongs to the store. */
    static final List<String> FOLDERS = List.of("keys", "carried");

    private final Ground ground;
    private final SecureRandom random = new SecureRandom();

    /** What the store gives. */
    record Ground(
            StoreLocation location,
            StoreKey key,
            JdbcDataSource database,
            WriteTurns turns,
            Stamps stamps,
            Journal journal,
            Clock clock) {}

    BackupTaking(Ground ground) {
        this.ground = ground;
    }

    /**
     * A moment between two writes.
     *
     * @param end of the journal
     * @param latest hybrid time given so far
     * @param now no later write has a time before this
     * @param view sees the database as of this moment; to be closed
     */
    private record Moment(Place end, Instant latest, Instant now, Connection view) {}

    /**
     * @param from where the journal of the new one begins
     * @param until up to when what is before it reaches; empty for a full one
     */
    private record Before(Optional<UUID> previous, Place from, Optional<Instant> until) {}

    TakeOutcome take(BackupKind kind, Path folder, Progress progress)
            throws IOException, SQLException {
        UUID history = StoreHistory.of(ground.location().folder());
        Optional<Before> before = before(kind, folder, history);
        if (before.isEmpty()) {
            return new TakeOutcome.FullNeeded();
        }
        PrivateFolder.make(folder);
        PrivateFolder.sweep(
                folder,
                "eventops-.*\\.writing",
                ground.clock().instant().minus(BackupTrial.LEFT_BEHIND));
        Path work = ground.location().folder().resolve("backup.copying");
        try {
            return kind == BackupKind.FULL
                    ? full(work, folder, before.get(), history, progress)
                    : incremental(folder, before.get(), history, progress);
        } catch (CancellationException e) {
            return new TakeOutcome.Cancelled();
        } finally {
            Files.deleteIfExists(work);
        }
    }

    private Optional<Before> before(BackupKind kind, Path folder, UUID history)
            throws IOException, SQLException {
        List<BackupFolder.Found> own =
                BackupFolder.in(folder).stream()
                        .filter(each -> each.header().history().equals(history))
                        .filter(each -> each.header().opensWith(ground.key()))
                        .toList();
        Optional<BackupFolder.Found> newest = own.isEmpty() ? Optional.empty() : goesOn(own);
        if (kind == BackupKind.FULL) {
            Optional<UUID> previous = newest.map(each -> each.backup().facts().id());
            return Optional.of(new Before(previous, new Place(0, 0), Optional.empty()));
        }
        return newest.map(
                each ->
                        new Before(
                                Optional.of(each.backup().facts().id()),
                                each.header().end(),
                                Optional.of(each.backup().facts().span().until())));
    }

    /** The newest, if all that was written since stands in the journal. */
    private Optional<BackupFolder.Found> goesOn(List<BackupFolder.Found> own)
            throws IOException, SQLException {
        BackupFolder.Found newest = own.getFirst();
        List<BackupFile> files = own.stream().map(BackupFolder.Found::backup).toList();
        if (!(new BackupChain(files).of(newest.backup()) instanceof BackupChain.Parts parts)) {
            return Optional.empty();
        }
        long whole = own.get(files.indexOf(parts.database())).header().whole();
        boolean shorter = ground.journal().end().compareTo(newest.header().end()) < 0;
        return shorter || loadedAfter(whole) ? Optional.empty() : Optional.of(newest);
    }

    /** Rows of a first load stand in the database alone: it takes a copy of that to have them. */
    private boolean loadedAfter(long number) throws SQLException {
        try (Connection connection = ground.database().getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT 1 FROM sync_cursor WHERE loaded > ? LIMIT 1")) {
            query.setLong(1, number);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private TakeOutcome full(Path work, Path folder, Before before, UUID history, Progress progress)
            throws IOException, SQLException {
        long[] whole = new long[1];
        Moment moment =
                ground.turns()
                        .bulk(
                                () -> {
                                    // As in Sealing: none below this number is uncommitted.
                                    whole[0] = ground.turns().urgent(this::last);
                                    copy(work);
                                    return ground.turns().urgent(this::moment);
                                });
        BackupFacts.Span span = new BackupFacts.Span(moment.latest(), moment.now());
        BackupHeader header = header(BackupKind.FULL, before, span, history, moment, whole[0]);
        return write(folder, header, before, moment, Optional.of(work), progress);
    }

    private TakeOutcome incremental(Path folder, Before before, UUID history, Progress progress)
            throws IOException, SQLException {
        Moment moment = ground.turns().bulk(() -> ground.turns().urgent(this::moment));
        BackupFacts.Span span = new BackupFacts.Span(before.until().orElseThrow(), moment.now());
        BackupHeader header = header(BackupKind.INCREMENTAL, before, span, history, moment, 0);
        return write(folder, header, before, moment, Optional.empty(), progress);
    }

    private long last() {
        try {
            return Database.lastMutation(ground.database());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void copy(Path work) {
        try {
            Database.copy(
                    ground.database(),
                    ground.location().atRest().sealing(Files.newOutputStream(work)));
        } catch (IOException | SQLException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(Exception e) {
        return StoreProblems.of(e, ground.location().folder());
    }

    /** Nobody else writes. */
    private Moment moment() {
        try {
            Instant latest = ground.stamps().latest();
            Instant clock = ground.clock().instant();
            Instant now = clock.isAfter(latest) ? clock : latest;
            ground.stamps().seen(now);
            return new Moment(ground.journal().end(), latest, now, view());
        } catch (IOException | SQLException e) {
            throw failed(e);
        }
    }

    private Connection view() throws SQLException {
        Connection connection = ground.database().getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            // The first statement decides what all later ones see.
            statement.execute("SELECT number FROM journal_mark");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Contents contents(Moment moment, Progress progress) throws SQLException {
        try (Connection view = moment.view()) {
            return Contents.of(view, progress);
        }
    }

    private BackupHeader header(
            BackupKind kind,
            Before before,
            BackupFacts.Span span,
            UUID history,
            Moment moment,
            long whole)
            throws IOException {
        UUID id = UUID.randomUUID();
        FolderKeyring.InClear clear = new FolderKeyring(ground.location().folder()).inClear();
        BackupFacts facts =
                new BackupFacts(
                        id,
                        kind,
                        before.previous(),
                        ground.clock().instant(),
                        span,
                        clear.isProtected() ? BackupFacts.Key.PASSWORDS : BackupFacts.Key.OPEN);
        return new BackupHeader(
                facts,
                history,
                moment.end(),
                whole,
                new BackupHeader.Keys(clear.text(), BackupHeader.check(ground.key(), id, random)));
    }

    private TakeOutcome write(
            Path folder,
            BackupHeader header,
            Before before,
            Moment moment,
            Optional<Path> copy,
            Progress progress)
            throws IOException, SQLException {
        Contents contents = contents(moment, progress);
        BackupFacts facts = header.facts();
        Path file = BackupFolder.file(folder, facts.kind(), facts.takenAt(), facts.id());
        Path writing = file.resolveSibling(file.getFileName() + ".writing");
        try (FileChannel channel = PrivateFolder.create(writing);
                BackupOutput out = new BackupOutput(channel, header, ground.key(), progress)) {
            out.contents(contents);
            smallFiles(out);
            if (copy.isPresent()) {
                database(out, copy.get());
            }
            long mutations = journal(out, before.from(), header.end());
            out.end();
            Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFolder.sync(folder);
            return new TakeOutcome.Taken(new BackupFile(file, Files.size(file), facts), mutations);
        } finally {
            Files.deleteIfExists(writing);
        }
    }

    private void smallFiles(BackupOutput out) throws IOException {
        Path folder = ground.location().folder();
        for (String each : FOLDERS) {
            if (Files.isDirectory(folder.resolve(each))) {
                try (Stream<Path> files = Files.list(folder.resolve(each))) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        out.file(each + "/" + file.getFileName(), Files.readAllBytes(file));
                    }
                }
            }
        }
    }

    private void database(BackupOutput out, Path copy) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(copy))) {
            out.database(ground.location().atRest().opening(file));
        }
    }

    private long journal(BackupOutput out, Place from, Place to) throws IOException {
        return JournalPieces.write(
                ground.location().journal(),
                ground.location().atRest().frames(),
                from,
                to,
                out.journal());
    }
}
