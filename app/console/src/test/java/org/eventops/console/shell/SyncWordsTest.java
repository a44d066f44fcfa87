package org.eventops.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncWordsTest {
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final Instant NOW = Instant.parse("2026-11-21T00:30:00Z");

    private final SyncWords words = new SyncWords(Texts.of(Locale.ENGLISH));

    private static SyncStatus status(
            State state, int waiting, @Nullable Instant last, int conflicts, int lagMillis) {
        return new SyncStatus(
                state,
                waiting,
                last,
                last,
                null,
                conflicts,
                Duration.ofMillis(lagMillis),
                0.999,
                false,
                0,
                0,
                Duration.ofMillis(-4200));
    }

    @Test
    void saysSinceWhenTheHubIsAwayInTheTimeOfThisPlace() {
        SyncStatus away = status(State.UNREACHABLE, 12, NOW.minusSeconds(1560), 3, 40);
        assertThat(words.bar(away, BOGOTA))
                .isEqualTo("Offline since 19:04 · 12 changes waiting · 3 conflicts");
    }

    @Test
    void speaksOfTheLagOnlyWhileChangesFlow() {
        assertThat(words.bar(status(State.UP_TO_DATE, 0, NOW, 0, 38), BOGOTA))
                .isEqualTo("All synced · lag 38 ms");
        assertThat(words.bar(status(State.UP_TO_DATE, 0, NOW, 0, 2345), BOGOTA))
                .isEqualTo("All synced · lag 2.3 s");
        assertThat(words.bar(status(State.CONNECTING, 0, NOW, 0, 38), BOGOTA))
                .isEqualTo("Looking for the hub…");
    }

    @Test
    void aLoadThatIsNotDoneIsNeverAHundredPercent() {
        assertThat(words.bar(status(State.LOADING, 0, NOW, 0, 0), BOGOTA))
                .startsWith("Loading 99 %");
    }

    @Test
    void saysWhichWayTheClockIsOff() {
        assertThat(words.clock(status(State.UP_TO_DATE, 0, NOW, 0, 0)))
                .isEqualTo("4.2 s behind the hub: set it in the system");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5 s ago",
        "3599, 59 min ago",
        "3600, 1 hour ago",
        "90000, 1 day ago",
        "-3, 0 s ago"
    })
    void roundsDownHowLongAgo(long seconds, String said) {
        assertThat(words.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void hasWordsForEveryStateAndTrouble(String language) {
        SyncWords all = new SyncWords(Texts.of(Locale.of(language)));
        for (State state : State.values()) {
            SyncStatus status = status(state, 1, null, 1, 1);
            assertThat(all.bar(status, BOGOTA)).isNotBlank();
            assertThat(all.head(status)).isNotBlank();
            assertThat(all.meaning(status)).isNotBlank();
        }
        for (Trouble trouble : Trouble.values()) {
            assertThat(all.trouble(trouble)).isNotEqualTo(all.remedy(trouble)).isNotBlank();
        }
    }
}
