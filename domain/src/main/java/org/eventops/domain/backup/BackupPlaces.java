package org.eventops.domain.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.settings.Settings;

/** What this console remembers of its backups: the second place, and when one was last tried. */
public final class BackupPlaces {
    private static final String SECOND = "backup.second";
    private static final String TRIED = "backup.tried";

    private final Transactions transactions;
    private final Settings settings;
    private final Access access;

    public BackupPlaces(Transactions transactions, Settings settings, Access access) {
        this.transactions = transactions;
        this.settings = settings;
        this.access = access;
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
        put(SECOND, folder.map(each -> each.toAbsolutePath().toString()).orElse(""));
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

    void sound(Instant at) {
        put(TRIED, at.toString());
    }

    private Optional<String> kept(String key) {
        return transactions.read(() -> settings.get(key)).filter(each -> !each.isBlank());
    }

    private void put(String key, String value) {
        transactions.write(
                () -> {
                    settings.put(key, value);
                    return value;
                });
    }
}
