package org.eventops.domain.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.settings.Settings;

/** What this console remembers of its backups: the second place, and when one was last tried. */
public final class BackupPlaces {
    private static final String SECOND = "backup.second";
    private static final String TRIED = "backup.tried";

    private final Transactions transactions;
    private final Settings settings;
    private final Access access;
    private final AuditLog audit;

    public BackupPlaces(
            Transactions transactions, Settings settings, Access access, AuditLog audit) {
        this.transactions = transactions;
        this.settings = settings;
        this.access = access;
        this.audit = audit;
    }

    /** A folder elsewhere to which each backup is copied; it may not be there at times. */
    public Optional<Path> second() {
        return kept(SECOND).flatMap(BackupPlaces::path);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            // Kept by another system's program, as in a store that was carried over.
            return Optional.empty();
        }
    }

    /** Takes {@link Permission#BACK_UP}; empty for none. */
    public void chooseSecond(Optional<Path> folder) {
        access.need(Permission.BACK_UP);
        String chosen = folder.map(each -> each.toAbsolutePath().toString()).orElse("");
        transactions.write(
                () -> {
                    String before = settings.get(SECOND).orElse("");
                    settings.put(SECOND, chosen);
                    audit.note(
                            Note.of(Deed.BACKUP_PLACE, Map.of("before", before, "after", chosen)));
                    return chosen;
                });
    }

    /** When a backup was last taken and restored for trial, both well. */
    public Optional<Instant> lastSound() {
        return kept(TRIED).flatMap(BackupPlaces::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** This one was taken and tried, both well. */
    void sound(BackupFile backup) {
        transactions.write(
                () -> {
                    settings.put(TRIED, backup.facts().takenAt().toString());
                    audit.note(Note.of(Deed.BACKED_UP, told(backup)));
                    return backup;
                });
    }

    /** This one was taken, and is not what it should be. */
    void faulty(BackupFile backup) {
        transactions.write(
                () -> {
                    audit.note(Note.of(Deed.BACKUP_FAULTY, told(backup)));
                    return backup;
                });
    }

    private static Map<String, String> told(BackupFile backup) {
        String kind = backup.facts().kind().name().toLowerCase(Locale.ROOT);
        return Map.of("file", backup.file().toString(), "kind", kind);
    }

    private Optional<String> kept(String key) {
        return transactions.read(() -> settings.get(key)).filter(each -> !each.isBlank());
    }
}
