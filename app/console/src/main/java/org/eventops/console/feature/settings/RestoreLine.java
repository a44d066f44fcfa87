package org.eventops.console.feature.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.eventops.domain.backup.BackupChain;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupState;

/**
 * The command that brings a backup back, or a moment of it: a store is only put in the place of
 * another while nobody has it open, which this window has.
 */
final class RestoreLine {
    private final BackupState state;
    private final ZoneId zone;
    private final String unlockFile;

    /**
     * @param unlockFile what stands for the name of the file with a name and a password
     */
    RestoreLine(BackupState state, ZoneId zone, String unlockFile) {
        this.state = state;
        this.zone = zone;
        this.unlockFile = unlockFile;
    }

    /** What came of asking for it. */
    sealed interface Answer {}

    /**
     * @param password whether somebody's password is asked for
     */
    record Command(String line, boolean password) implements Answer {}

    record Outside(BackupFacts.Span span) implements Answer {}

    /** One that it goes on from is not there. */
    record Missing() implements Answer {}

    record NotAMoment() implements Answer {}

    /** Which moments can be had with it; empty if one that it goes on from is missing. */
    Optional<BackupFacts.Span> span(BackupFile backup) {
        return plan(backup, Optional.of(Instant.EPOCH)) instanceof BackupChain.OutOfSpan out
                ? Optional.of(out.span())
                : Optional.empty();
    }

    /**
     * @param typed a day and a time, or nothing for all of it
     */
    Answer of(BackupFile backup, String typed) {
        Optional<LocalDateTime> moment;
        try {
            String plain = typed.strip();
            moment =
                    plain.isEmpty()
                            ? Optional.empty()
                            : Optional.of(LocalDateTime.parse(plain.replaceFirst(" +", "T")));
        } catch (DateTimeException e) {
            return new NotAMoment();
        }
        return switch (plan(backup, moment.map(at -> at.atZone(zone).toInstant()))) {
            case BackupChain.Parts unused -> command(backup, moment);
            case BackupChain.OutOfSpan out -> new Outside(out.span());
            case BackupChain.Missing unused -> new Missing();
        };
    }

    private BackupChain.Plan plan(BackupFile backup, Optional<Instant> moment) {
        BackupChain chain = new BackupChain(state.own());
        return moment.map(at -> chain.at(backup, at)).orElseGet(() -> chain.of(backup));
    }

    private Command command(BackupFile backup, Optional<LocalDateTime> moment) {
        boolean password = backup.facts().isProtected();
        StringBuilder line = new StringBuilder("eventops");
        Optional.ofNullable(state.place().toAbsolutePath().getParent())
                .ifPresent(store -> line.append(" --data ").append(quoted(store)));
        line.append(" restore ").append(quoted(backup.file()));
        moment.ifPresent(at -> line.append(" --at ").append(at));
        if (password) {
            line.append(" --unlock-file ").append(unlockFile);
        }
        return new Command(line.toString(), password);
    }

    private static String quoted(Path path) {
        return '"' + path.toString() + '"';
    }
}
