package org.eventops.console.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.BackupState;
import org.junit.jupiter.api.Test;

class RestoreLineTest {
    private static final Path PLACE = Path.of("store").toAbsolutePath().resolve("backups");
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final BackupFile FULL =
            backup(1, Optional.empty(), "2026-11-20T23:00:00Z", BackupFacts.Key.OPEN);
    private static final BackupFile NEW =
            backup(2, Optional.of(1), "2026-11-21T01:00:00Z", BackupFacts.Key.PASSWORDS);

    private static BackupFile backup(
            int number, Optional<Integer> previous, String until, BackupFacts.Key key) {
        Instant end = Instant.parse(until);
        return new BackupFile(
                PLACE.resolve("b" + number + ".backup"),
                1,
                new BackupFacts(
                        new UUID(0, number),
                        previous.isEmpty() ? BackupKind.FULL : BackupKind.INCREMENTAL,
                        previous.map(each -> new UUID(0, each)),
                        end,
                        new BackupFacts.Span(end.minusSeconds(3600), end),
                        key));
    }

    private static RestoreLine over(BackupFile... own) {
        return new RestoreLine(
                new BackupState(PLACE, List.of(own), Optional.empty(), Optional.empty(), false),
                BOGOTA,
                "FILE");
    }

    private static String whole(BackupFile backup) {
        return "eventops --data \"" + PLACE.getParent() + "\" restore \"" + backup.file() + "\"";
    }

    @Test
    void oneWithoutAPasswordIsBroughtBackWhole() {
        assertThat(over(NEW, FULL).of(FULL, " "))
                .isEqualTo(new RestoreLine.Command(whole(FULL), false));
    }

    @Test
    void aMomentIsOfTheComputersZoneAndAPasswordIsAskedFor() {
        assertThat(over(NEW, FULL).of(NEW, "2026-11-20  19:30"))
                .isEqualTo(
                        new RestoreLine.Command(
                                whole(NEW) + " --at 2026-11-20T19:30 --unlock-file FILE", true));
    }

    @Test
    void aMomentOutsideAndWhatIsNoMomentAreTold() {
        RestoreLine lines = over(NEW, FULL);
        assertThat(lines.of(NEW, "2026-11-20 20:30"))
                .isEqualTo(
                        new RestoreLine.Outside(
                                new BackupFacts.Span(
                                        Instant.parse("2026-11-20T22:00:00Z"),
                                        Instant.parse("2026-11-21T01:00:00Z"))));
        assertThat(lines.of(NEW, "half past eight")).isEqualTo(new RestoreLine.NotAMoment());
    }

    @Test
    void oneWhoseBeginningIsMissingIsTold() {
        assertThat(over(NEW).of(NEW, "")).isEqualTo(new RestoreLine.Missing());
        assertThat(over(NEW).span(NEW)).isEmpty();
    }
}
