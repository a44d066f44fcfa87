package org.eventops.console.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupOutcome;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.resources.Texts;

/** What became of a backup, in sentences; the same in the window and on the command line. */
public final class BackupWords {
    private static final double MEGABYTE = 1 << 20;

    private final Texts texts;
    private final DateTimeFormatter times;

    public BackupWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.times =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(texts.locale())
                        .withZone(zone);
    }

    /** As scripts know it. */
    public static String name(BackupFault fault) {
        return switch (fault) {
            case BackupFault.Damaged unused -> "DAMAGED";
            case BackupFault.NoBackup unused -> "NO_BACKUP";
            case BackupFault.Newer unused -> "NEWER";
            case BackupFault.OtherKey unused -> "OTHER_KEY";
            case BackupFault.PartMissing unused -> "PART_MISSING";
            case BackupFault.OtherRows unused -> "OTHER_ROWS";
        };
    }

    public String fault(BackupFault fault) {
        if (fault instanceof BackupFault.PartMissing part && !part.unreadable().isEmpty()) {
            return texts.get("backup.fault.PART_DAMAGED", part.place(), names(part.unreadable()));
        }
        String table = fault instanceof BackupFault.OtherRows rows ? rows.table() : "";
        return texts.get("backup.fault." + name(fault), fault.place(), table);
    }

    public String outcome(BackupOutcome outcome) {
        return switch (outcome) {
            case BackupOutcome.Done done ->
                    texts.get(
                                    "backup.done." + done.backup().facts().kind(),
                                    done.backup().file(),
                                    megabytes(done.backup()))
                            + " "
                            + texts.get("backup.second." + done.second())
                            + damaged(done);
            case BackupOutcome.Faulty faulty -> texts.get("backup.notSound", fault(faulty.fault()));
            case BackupOutcome.Cancelled unused -> texts.get("backup.cancelled");
        };
    }

    private String damaged(BackupOutcome.Done done) {
        return done.damaged().isEmpty()
                ? ""
                : " " + texts.get("backup.older.damaged", names(done.damaged()));
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    public String sound(VerifyOutcome.Sound sound) {
        return texts.get(
                "backup.sound",
                sound.backup().file(),
                sound.rows(),
                time(sound.backup().facts().span().until()));
    }

    public String restored(RestoreOutcome.Restored restored) {
        String done = texts.get("backup.restored", time(restored.until()), restored.rows());
        return restored.aside()
                .map(Path::toString)
                .map(aside -> done + " " + texts.get("backup.restored.aside", aside))
                .orElse(done);
    }

    /** What can be had. */
    public String span(BackupFacts.Span span) {
        return texts.get("backup.restore.span", time(span.from()), time(span.until()));
    }

    /**
     * One in a list.
     *
     * @param lastSound when one was last restored for trial; it goes on from those before
     */
    public String row(BackupFile backup, Optional<Instant> lastSound) {
        Instant taken = backup.facts().takenAt();
        boolean tried = lastSound.filter(at -> !at.isBefore(taken)).isPresent();
        return texts.get(
                "backup.row." + backup.facts().kind(),
                time(taken),
                megabytes(backup),
                texts.get(tried ? "backup.row.tried" : "backup.row.untried"));
    }

    /** Said aloud where nothing guards a backup. */
    public Optional<String> open(BackupFacts facts) {
        return facts.isProtected() ? Optional.empty() : Optional.of(texts.get("backup.open"));
    }

    public String time(Instant at) {
        return times.format(at);
    }

    /** In megabytes. */
    public double megabytes(BackupFile backup) {
        return backup.bytes() / MEGABYTE;
    }
}
