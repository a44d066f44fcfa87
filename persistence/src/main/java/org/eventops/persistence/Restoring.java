package org.eventops.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.backup.BackupChain;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.persistence.backup.BackupFolder;
import org.eventops.persistence.backup.Contents;
import org.eventops.persistence.backup.FaultyBackup;
import org.eventops.persistence.unlock.AppCodes;
import org.eventops.persistence.unlock.Argon2Stretch;

/**
 * Brings backups back, where no store need be. What it makes on the way lies in the folder of the
 * store that is to be, so that the last step is only names.
 */
public final class Restoring {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final String SCRATCH = "restoring-";

    /** What is asked and told of a restored store before it takes the place of the other. */
    public interface Restored {
        /** Opens the store in a folder, and says whether whoever unlocked it may do this. */
        boolean permits(Path store, StoreKey key);

        /**
         * The store in this folder is what was wanted; what is written into it now is in it.
         *
         * @param from the backup
         * @param until the moment that it brings back
         */
        default void ready(Path store, BackupFile from, Instant until) {}
    }

    private final Path folder;
    private final Clock clock;

    /**
     * @param folder of the store
     */
    public Restoring(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What a backup says before it is opened. */
    public sealed interface Look {}

    /** It takes no password: its key lies in it. */
    public record Open(BackupFile backup, StoreKey key) implements Look {}

    /**
     * It takes the password of one of those who opened the store then, or the store's key.
     *
     * @param key whether another is that
     */
    public record Protected(BackupFile backup, Unlocking unlocking, Predicate<StoreKey> key)
            implements Look {
        public boolean opensWith(StoreKey other) {
            return key.test(other);
        }
    }

    /** It is none, or damaged. */
    public record Faulty(BackupFault fault) implements Look {}

    /**
     * @throws org.eventops.domain.change.StoreException if the file cannot be read
     */
    public Look look(Path file) {
        try {
            BackupFolder.Found found = BackupFolder.look(file);
            String keyring = found.header().keys().keyring();
            return found.backup().facts().isProtected()
                    ? new Protected(found.backup(), unlocking(keyring), found.header()::opensWith)
                    : new Open(found.backup(), FolderKeyring.key(keyring));
        } catch (FaultyBackup e) {
            return new Faulty(e.fault());
        } catch (IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    private Unlocking unlocking(String keyring) {
        return new Unlocking(
                new HeaderKeyring(keyring), new Argon2Stretch(), new AppCodes(), clock);
    }

    /**
     * Restores it for trial; the store itself may be in use meanwhile.
     *
     * @param asked is given the folder of the restored store, and throws if whoever opened it may
     *     not do this
     * @param progress in bytes read; the total is -1
     * @throws org.eventops.domain.change.StoreException if the disk fails
     */
    public VerifyOutcome verify(Path file, StoreKey key, Consumer<Path> asked, Progress progress) {
        try {
            PrivateFolder.make(folder);
            VerifyOutcome outcome =
                    new BackupTrial(folder, key, clock).verify(file, asked, progress);
            leave(file, outcome);
            return outcome;
        } catch (IOException | SQLException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    /** The store that is here, if there is one, may be in use, or closed to whoever tries this. */
    private void leave(Path file, VerifyOutcome outcome) {
        if (!KeyCheck.isThere(folder)) {
            return;
        }
        Unlocking store = Store.unlocking(folder, clock);
        switch (outcome) {
            case VerifyOutcome.Sound unused -> store.leave(Deed.BACKUP_TRIED, file.toString());
            case VerifyOutcome.Faulty unused -> store.leave(Deed.BACKUP_FAULTY, file.toString());
            case VerifyOutcome.Cancelled unused -> {}
        }
    }

    /**
     * Restores it, or what the backups beside it hold of one moment, in the place of the store that
     * is there, which is moved aside.
     *
     * @param at hybrid time; empty for all that this backup holds
     * @param restored is asked and told before the restored store is put in its place
     * @param progress in bytes read; the total is -1
     * @throws org.eventops.domain.change.StoreException if the store is in use, or the disk fails
     */
    public RestoreOutcome restore(
            Path file, Optional<Instant> at, StoreKey key, Restored restored, Progress progress) {
        try {
            FolderLock lock = FolderLock.take(folder, clock.instant());
            try {
                return locked(new Wish(file, at, key, restored, progress));
            } finally {
                lock.close();
            }
        } catch (CancellationException e) {
            return new RestoreOutcome.Cancelled();
        } catch (FaultyBackup e) {
            return new RestoreOutcome.Faulty(e.fault());
        } catch (IOException | SQLException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    private record Wish(
            Path file, Optional<Instant> at, StoreKey key, Restored restored, Progress progress) {}

    private RestoreOutcome locked(Wish wish) throws IOException, SQLException {
        new RestoreSwap(folder).finish();
        // Nobody else makes them: the store's lock is held.
        PrivateFolder.sweep(folder, SCRATCH + ".*", Instant.MAX);
        return switch (BackupTrial.plan(wish.file(), wish.at(), wish.key())) {
            case BackupChain.Missing unused ->
                    throw new FaultyBackup(BackupTrial.missing(wish.file()));
            case BackupChain.OutOfSpan out -> new RestoreOutcome.OutOfSpan(out.span());
            case BackupChain.Parts parts -> restored(wish, parts);
        };
    }

    private RestoreOutcome restored(Wish wish, BackupChain.Parts parts)
            throws IOException, SQLException {
        Path whole = scratch();
        Path cut = scratch();
        try {
            Contents found = rebuild(wish, whole).whole(parts);
            if (!wish.restored().permits(whole, wish.key())) {
                return new RestoreOutcome.NotPermitted();
            }
            boolean all = wish.at().isEmpty();
            Contents wanted =
                    all ? found : rebuild(wish, cut).until(parts, wish.at().orElseThrow());
            Instant until = wish.at().orElse(parts.last().facts().span().until());
            wish.restored().ready(all ? whole : cut, parts.last(), until);
            Optional<Path> aside = new RestoreSwap(folder).swap(all ? whole : cut, aside());
            return new RestoreOutcome.Restored(parts.last().facts(), until, wanted.rows(), aside);
        } finally {
            if (!RestoreSwap.isUnderWay(folder)) {
                PrivateFolder.delete(whole);
                PrivateFolder.delete(cut);
            }
        }
    }

    private BackupRebuild rebuild(Wish wish, Path scratch) {
        return new BackupRebuild(scratch, wish.key(), clock, wish.progress());
    }

    private Path scratch() {
        return folder.resolve(SCRATCH + UUID.randomUUID());
    }

    /** Never one that is there already. */
    private Path aside() {
        String name = "before-restore-" + TIME.format(clock.instant());
        Path aside = folder.resolve(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = folder.resolve(name + "-" + i);
        }
        return aside;
    }
}
