package org.eventops.domain.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;

/**
 * Backs the store up: takes what is due, restores it for trial, copies it to the second place, and
 * takes away what is superfluous. Every method takes {@link
 * org.eventops.domain.access.Permission#BACK_UP}.
 */
public final class BackupService {
    private final BackupArchive archive;
    private final BackupPlaces places;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param zone whose days the kept ones are counted by
     */
    public BackupService(BackupArchive archive, BackupPlaces places, Clock clock, ZoneId zone) {
        this.archive = archive;
        this.places = places;
        this.clock = clock;
        this.zone = zone;
    }

    public BackupState state() {
        Path place = archive.place();
        Optional<Path> second = places.second();
        return new BackupState(
                place,
                own(place),
                places.lastSound(),
                second,
                second.map(Files::isDirectory).orElse(false));
    }

    /** What the clock asks for now. */
    public Optional<BackupKind> due() {
        return due(own(archive.place()));
    }

    private Optional<BackupKind> due(List<BackupFile> own) {
        Optional<Instant> any = own.stream().findFirst().map(each -> each.facts().takenAt());
        Optional<Instant> full =
                own.stream()
                        .filter(each -> each.facts().isFull())
                        .findFirst()
                        .map(each -> each.facts().takenAt());
        return BackupSchedule.due(clock.instant(), new BackupSchedule.Last(full, any));
    }

    /**
     * Backs up where backups lie, and at the second place: a full one if there is none of the last
     * day, else what was written since.
     *
     * @param progress in bytes; the total is -1
     * @throws org.eventops.domain.change.StoreException if store or disk fail
     */
    public BackupOutcome backUp(Progress progress) {
        Path place = archive.place();
        BackupOutcome outcome = backUp(place, progress);
        if (!(outcome instanceof BackupOutcome.Done done)) {
            return outcome;
        }
        places.sound(done.backup());
        return done.with(second(done.backup()));
    }

    /** The same in a folder that the person names. */
    public BackupOutcome backUpTo(Path folder, Progress progress) {
        BackupOutcome outcome = backUp(folder, progress);
        if (!(outcome instanceof BackupOutcome.Done done)) {
            return outcome;
        }
        places.sound(done.backup());
        return done.with(BackupOutcome.Second.NAMED);
    }

    private BackupOutcome backUp(Path folder, Progress progress) {
        BackupKind kind = due(own(folder)).orElse(BackupKind.INCREMENTAL);
        BackupOutcome outcome = taken(kind, folder, progress);
        if (kind == BackupKind.FULL || !(outcome instanceof BackupOutcome.Faulty faulty)) {
            return outcome;
        }
        // What an incremental one goes on from may be damaged: a full one needs nothing.
        BackupOutcome full = taken(BackupKind.FULL, folder, progress);
        // Not the one just taken, which is gone again, nor a folder in which something is missing.
        return full instanceof BackupOutcome.Done done
                        && faulty.fault() instanceof BackupFault.Damaged damaged
                        && Files.exists(damaged.place())
                ? done.besides(damaged.place())
                : full;
    }

    private BackupOutcome taken(BackupKind kind, Path folder, Progress progress) {
        return switch (archive.take(kind, folder, progress)) {
            case TakeOutcome.Cancelled unused -> new BackupOutcome.Cancelled();
            case TakeOutcome.FullNeeded unused -> taken(BackupKind.FULL, folder, progress);
            case TakeOutcome.Taken taken -> tried(taken, folder, progress);
        };
    }

    private BackupOutcome tried(TakeOutcome.Taken taken, Path folder, Progress progress) {
        BackupFile backup = taken.backup();
        return switch (verified(backup, progress)) {
            case VerifyOutcome.Sound unused -> {
                int removed = tidy(folder);
                yield new BackupOutcome.Done(
                        backup,
                        taken.mutations(),
                        BackupOutcome.Second.NONE,
                        removed,
                        archive.unreadable(folder));
            }
            case VerifyOutcome.Faulty faulty -> {
                archive.delete(backup);
                places.faulty(backup);
                yield new BackupOutcome.Faulty(faulty.fault());
            }
            case VerifyOutcome.Cancelled unused -> {
                archive.delete(backup);
                yield new BackupOutcome.Cancelled();
            }
        };
    }

    private VerifyOutcome verified(BackupFile backup, Progress progress) {
        try {
            return archive.verify(backup.file(), progress);
        } catch (StoreException e) {
            // Nothing goes on from one that nobody tried.
            archive.delete(backup);
            throw e;
        }
    }

    private int tidy(Path folder) {
        List<BackupFile> gone = RetentionPolicy.USUAL.superfluous(own(folder), zone);
        gone.forEach(archive::delete);
        return gone.size();
    }

    private BackupOutcome.Second second(BackupFile backup) {
        Optional<Path> second = places.second();
        if (second.isEmpty()) {
            return BackupOutcome.Second.NONE;
        }
        Path folder = second.get();
        if (!Files.isDirectory(folder)) {
            return BackupOutcome.Second.AWAY;
        }
        try {
            return copied(backup, folder);
        } catch (StoreException e) {
            // The backup itself is whole where backups lie.
            return BackupOutcome.Second.FAILED;
        }
    }

    private BackupOutcome.Second copied(BackupFile backup, Path folder) {
        Set<UUID> there = new HashSet<>();
        archive.in(folder).forEach(each -> there.add(each.facts().id()));
        // One that was taken while the place was away comes later, with what goes on from it.
        for (BackupFile each : new BackupChain(own(archive.place())).needed(backup)) {
            if (!there.contains(each.facts().id()) && !archive.copy(each, folder)) {
                return BackupOutcome.Second.FAILED;
            }
        }
        tidy(folder);
        return BackupOutcome.Second.COPIED;
    }

    private List<BackupFile> own(Path folder) {
        return archive.in(folder).stream().filter(archive::isOwn).toList();
    }
}
