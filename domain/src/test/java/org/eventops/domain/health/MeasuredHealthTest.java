package org.eventops.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.readiness.Topic;
import org.junit.jupiter.api.Test;

class MeasuredHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-20T19:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Meter meter = new Meter(System::nanoTime);
    private StoreFigures figures = figures(0, Optional.of(NOW.minus(Duration.ofDays(2))), 1);
    private int errors;

    private final MeasuredHealth health =
            new MeasuredHealth(
                    meter, new StoreLooks(() -> figures, this::errors, CLOCK), List::of, CLOCK);

    private int errors(Instant since) throws IOException {
        assertThat(since).isEqualTo(NOW.minus(Duration.ofDays(1)));
        if (errors < 0) {
            throw new IOException("gone");
        }
        return errors;
    }

    private static StoreFigures figures(int damaged, Optional<Instant> snapshot, long journal) {
        return new StoreFigures(5, journal, 1, snapshot, 0, false, damaged, Map.of("event", 2L));
    }

    private Finding found(Topic topic) {
        return health.report().checks().stream()
                .filter(each -> each.topic() == topic)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereAllIsWellThereIsNothingToDo() {
        HealthReport report = health.report();
        assertThat(report.alerts()).isEmpty();
        assertThat(report.operations()).isEmpty();
        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.checks()).allMatch(each -> each.level() == Level.GOOD);
        assertThat(found(Topic.SNAPSHOT).facts()).containsExactly(2L);
        assertThat(found(Topic.STORE).facts()).containsExactly(1L, 1L, 1, 0);
    }

    @Test
    void aDamagedJournalIsAnAlert() {
        figures = figures(1, Optional.empty(), StoreLooks.MUCH + 1);
        assertThat(health.glance().alerts())
                .containsExactly(new Alert.Found(Finding.bad(Topic.JOURNAL, "damaged", 1)));
        assertThat(found(Topic.SNAPSHOT)).isEqualTo(Finding.advice(Topic.SNAPSHOT, "none"));
    }

    @Test
    void errorsInTheLogAreToldAndNotAnAlert() {
        errors = 3;
        assertThat(found(Topic.LOG)).isEqualTo(Finding.advice(Topic.LOG, "errors", 3));
        assertThat(health.report().alerts()).isEmpty();
        errors = -1;
        assertThat(found(Topic.LOG)).isEqualTo(Finding.advice(Topic.LOG, "unreadable"));
    }

    @Test
    void onlyWhatWasDoneHasFigures() {
        meter.failed(Operation.PRINT, meter.begin(), FailureKind.ENVIRONMENT);
        assertThat(health.report().operations())
                .singleElement()
                .satisfies(each -> assertThat(each.operation()).isEqualTo(Operation.PRINT));
    }
}
