package org.eventops.persistence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import org.eventops.domain.backup.BackupChain;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.change.Progress;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.backup.BackupHeader;
import org.eventops.persistence.backup.BackupInput;
import org.eventops.persistence.backup.Contents;
import org.eventops.persistence.backup.FaultyBackup;
import org.eventops.persistence.journal.JournalLaying;
import org.eventops.persistence.journal.JournalPieces;
import org.eventops.persistence.unlock.PrivateFile;

/** Makes of backups a store in a folder of its own. */
final class BackupRebuild {
    private final Path folder;
    private final StoreKey key;
    private final Clock clock;
    private final Progress progress;
    private final StoreLocation location;

    /**
     * @param folder not there yet; it stays when the work fails
     */
    BackupRebuild(Path folder, StoreKey key, Clock clock, Progress progress) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
        this.progress = progress;
        this.location = new StoreLocation(folder, new AtRest(key));
    }

    /**
     * All that the backups hold, held against what the store held.
     *
     * @return what the store holds
     * @throws FaultyBackup if it is not what was backed up
     * @throws java.util.concurrent.CancellationException if progress says so
     */
    Contents whole(BackupChain.Parts parts) throws IOException, SQLException {
        Contents expected = lay(parts, Instant.MAX);
        Contents found = brought().contents();
        Optional<String> difference = expected.difference(found);
        if (difference.isPresent()) {
            throw new FaultyBackup(
                    new BackupFault.OtherRows(parts.last().file(), difference.get()));
        }
        return found;
    }

    /**
     * The same, but nothing that came after a moment.
     *
     * @throws FaultyBackup if a part of the journal is damaged that may say what was then
     */
    Contents until(BackupChain.Parts parts, Instant moment) throws IOException, SQLException {
        lay(parts, moment);
        Brought brought = brought();
        if (!brought.whole()) {
            throw new FaultyBackup(new BackupFault.Damaged(parts.last().file()));
        }
        return brought.contents();
    }

    private record Brought(Contents contents, boolean whole) {}

    /** Brings database and journal together, as whenever a store opens. */
    private Brought brought() throws IOException, SQLException {
        Recovery.Recovered recovered = new Recovery(location, clock).run();
        try (Connection connection = recovered.database().getConnection()) {
            Database.keepLittle(connection);
            return new Brought(Contents.of(connection, progress), recovered.whole());
        } finally {
            Database.shutDown(recovered.database());
            Checkpoint.of(location, recovered.highest(), false).write(location);
        }
    }

    private Contents lay(BackupChain.Parts parts, Instant until) throws IOException {
        PrivateFolder.make(folder);
        new KeyCheck(folder, key).write();
        Contents held = null;
        try (JournalLaying journal =
                new JournalLaying(location.journal(), location.atRest().frames(), until)) {
            for (BackupFile each : inOrder(parts)) {
                held =
                        BackupInput.read(
                                each.file(), key, progress, new Laying(parts, each, journal));
            }
        }
        keyring(parts.last());
        return Objects.requireNonNull(held);
    }

    /** The one whose database is taken need not be among those whose journals are. */
    private static List<BackupFile> inOrder(BackupChain.Parts parts) {
        List<BackupFile> all = new ArrayList<>(parts.journals());
        if (!all.contains(parts.database())) {
            all.addFirst(parts.database());
        }
        return all;
    }

    private void keyring(BackupFile last) throws IOException {
        BackupHeader header = BackupInput.header(last.file());
        new FolderKeyring(folder)
                .put(
                        new FolderKeyring.InClear(
                                header.keys().keyring(), header.facts().isProtected()));
    }

    /** What is taken of one of the files. */
    private final class Laying implements BackupInput.Parts {
        private final BackupChain.Parts parts;
        private final BackupFile file;
        private final JournalLaying journal;

        Laying(BackupChain.Parts parts, BackupFile file, JournalLaying journal) {
            this.parts = parts;
            this.file = file;
            this.journal = journal;
        }

        @Override
        public void file(String name, byte[] content) throws IOException {
            if (file.equals(parts.last())) {
                PrivateFile.write(place(name), content);
            }
        }

        private Path place(String name) throws IOException {
            Path place = folder.resolve(name).normalize();
            Path parent = place.getParent();
            if (parent == null
                    || BackupTaking.FOLDERS.stream()
                            .noneMatch(each -> parent.equals(folder.resolve(each)))) {
                throw new ZipException("a file of no store: " + name);
            }
            return place;
        }

        @Override
        public void database(InputStream zip) throws IOException {
            if (!file.equals(parts.database())) {
                return;
            }
            long whole = BackupInput.header(file.file()).whole();
            Files.createDirectories(location.snapshots());
            Path snapshot = Snapshots.file(location, whole);
            try (OutputStream out =
                    location.atRest()
                            .sealing(new ForcedOutput(PrivateFolder.create(snapshot), progress))) {
                zip.transferTo(out);
            }
            new Snapshots(location).restore(snapshot, progress);
            new Checkpoint(whole, 0, false, true).write(location);
        }

        @Override
        public void journal(DataInputStream pieces) throws IOException {
            if (parts.journals().contains(file)) {
                journal.piece(pieces);
            } else {
                JournalPieces.pass(pieces);
            }
        }
    }
}
