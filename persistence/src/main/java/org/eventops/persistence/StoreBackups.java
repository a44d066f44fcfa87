package org.eventops.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.eventops.domain.backup.BackupArchive;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.TakeOutcome;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.persistence.backup.BackupFolder;
import org.eventops.persistence.backup.BackupHeader;
import org.eventops.persistence.backup.BackupInput;
import org.eventops.persistence.backup.FaultyBackup;

/** The backups of one open store. */
final class StoreBackups implements BackupArchive {
    private final BackupTaking.Ground ground;
    private final BackupTaking taking;
    private final Function<Throwable, StoreException> classify;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    StoreBackups(BackupTaking.Ground ground, Function<Throwable, StoreException> classify) {
        this.ground = ground;
        this.taking = new BackupTaking(ground);
        this.classify = classify;
    }

    private interface Work<T> {
        T run() throws IOException, SQLException;
    }

    private <T> T work(Work<T> work) {
        oneAtATime.lock();
        try {
            return looked(work);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** What only reads need not wait for one that is under way, which may take its time. */
    private <T> T looked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException | SQLException e) {
            throw classify.apply(e);
        }
    }

    @Override
    public Path place() {
        return ground.location().folder().resolve("backups");
    }

    @Override
    public TakeOutcome take(BackupKind kind, Path folder, Progress progress) {
        return work(() -> taking.take(kind, folder, progress));
    }

    @Override
    public VerifyOutcome verify(Path file, Progress progress) {
        Path scratch = ground.location().folder();
        return work(
                () ->
                        new BackupTrial(scratch, ground.key(), ground.clock())
                                .verify(file, progress));
    }

    @Override
    public List<BackupFile> in(Path folder) {
        return looked(
                () -> BackupFolder.in(folder).stream().map(BackupFolder.Found::backup).toList());
    }

    @Override
    public List<Path> unreadable(Path folder) {
        return looked(() -> BackupFolder.unreadable(folder));
    }

    @Override
    public boolean isOwn(BackupFile backup) {
        return looked(
                () -> {
                    try {
                        BackupHeader header = BackupInput.header(backup.file());
                        return header.opensWith(ground.key())
                                && header.history()
                                        .equals(StoreHistory.of(ground.location().folder()));
                    } catch (FaultyBackup e) {
                        return false;
                    }
                });
    }

    @Override
    public void delete(BackupFile backup) {
        work(() -> Files.deleteIfExists(backup.file()));
    }

    @Override
    public boolean copy(BackupFile backup, Path folder) {
        return Files.isDirectory(folder) && work(() -> copied(backup.file(), folder));
    }

    private static boolean copied(Path file, Path folder) throws IOException {
        Path target = folder.resolve(file.getFileName());
        if (Files.exists(target) && Files.mismatch(file, target) < 0) {
            return true;
        }
        Path writing = folder.resolve(file.getFileName() + ".writing");
        try (InputStream from = Files.newInputStream(file);
                FileChannel to = PrivateFolder.create(writing)) {
            from.transferTo(Channels.newOutputStream(to));
            to.force(true);
            if (Files.mismatch(file, writing) >= 0) {
                return false;
            }
            Files.move(writing, target, StandardCopyOption.REPLACE_EXISTING);
            PrivateFolder.sync(folder);
            return true;
        } finally {
            Files.deleteIfExists(writing);
        }
    }
}
