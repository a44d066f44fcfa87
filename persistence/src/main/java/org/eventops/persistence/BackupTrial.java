package org.eventops.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eventops.domain.backup.BackupChain;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.backup.BackupFolder;
import org.eventops.persistence.backup.Contents;
import org.eventops.persistence.backup.FaultyBackup;

/** Restores backups into a folder that is thrown away. */
final class BackupTrial {
    /** No trial takes so long. */
    static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private static final String NAME = "backup-trial-";

    private final Path scratch;
    private final StoreKey key;
    private final Clock clock;

    /**
     * @param scratch in which the folder is made
     */
    BackupTrial(Path scratch, StoreKey key, Clock clock) {
        this.scratch = scratch;
        this.key = key;
        this.clock = clock;
    }

    VerifyOutcome verify(Path file, Progress progress) throws IOException, SQLException {
        return verify(file, unused -> {}, progress);
    }

    /**
     * @param asked is given the folder of what was restored, and may throw
     */
    VerifyOutcome verify(Path file, Consumer<Path> asked, Progress progress)
            throws IOException, SQLException {
        PrivateFolder.sweep(scratch, NAME + ".*", clock.instant().minus(LEFT_BEHIND));
        Path folder = scratch.resolve(NAME + UUID.randomUUID());
        try {
            BackupChain.Parts parts = parts(file, key);
            Contents found = new BackupRebuild(folder, key, clock, progress).whole(parts);
            asked.accept(folder);
            return new VerifyOutcome.Sound(parts.last(), found.rows());
        } catch (CancellationException e) {
            return new VerifyOutcome.Cancelled();
        } catch (FaultyBackup e) {
            return new VerifyOutcome.Faulty(e.fault());
        } catch (IOException | SQLException | RuntimeException e) {
            if (StoreProblems.isCorrupt(e)) {
                return new VerifyOutcome.Faulty(new BackupFault.Damaged(file));
            }
            throw e;
        } finally {
            PrivateFolder.delete(folder);
        }
    }

    /**
     * What it takes to bring this one back, or a moment.
     *
     * @throws FaultyBackup if this one's beginning is damaged, or it is of another store
     */
    static BackupChain.Plan plan(Path file, Optional<Instant> moment, StoreKey key)
            throws IOException {
        BackupFolder.Found found = BackupFolder.look(file);
        if (!found.header().opensWith(key)) {
            throw new FaultyBackup(new BackupFault.OtherKey(file));
        }
        List<BackupFile> beside = new ArrayList<>(List.of(found.backup()));
        BackupFolder.in(PrivateFolder.parent(file)).stream()
                .filter(each -> each.header().history().equals(found.header().history()))
                .filter(each -> each.header().opensWith(key))
                .map(BackupFolder.Found::backup)
                .filter(each -> !each.facts().id().equals(found.backup().facts().id()))
                .forEach(beside::add);
        BackupChain chain = new BackupChain(beside);
        return moment.map(at -> chain.at(found.backup(), at))
                .orElseGet(() -> chain.of(found.backup()));
    }

    /**
     * @throws FaultyBackup if one of them does not lie there
     */
    private static BackupChain.Parts parts(Path file, StoreKey key) throws IOException {
        if (plan(file, Optional.empty(), key) instanceof BackupChain.Parts parts) {
            return parts;
        }
        throw new FaultyBackup(missing(file));
    }

    /** What this one goes on from is not to be had. */
    static BackupFault missing(Path file) throws IOException {
        Path folder = PrivateFolder.parent(file);
        return new BackupFault.PartMissing(folder, BackupFolder.unreadable(folder));
    }
}
