package org.eventops.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.failure.FailureKind;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long START = Long.MAX_VALUE - 5;

    /** As a machine's may: about to run over. */
    private long now = START;

    private final Meter meter = new Meter(() -> now);

    private void takes(Operation operation, Duration time) {
        long begun = meter.begin();
        now += time.toNanos();
        meter.done(operation, begun);
    }

    private Figures figures(Window window) {
        return meter.figures(Operation.SEARCH, window);
    }

    @Test
    void aQuietOperationHasNoFigures() {
        assertThat(figures(Window.HOUR))
                .isEqualTo(
                        new Figures(
                                Operation.SEARCH,
                                0,
                                Map.of(),
                                0,
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO));
    }

    @Property(tries = 300)
    void theFiguresAreThoseOfTheCalls(
            @ForAll @Size(min = 1, max = 200)
                    List<@LongRange(min = 0, max = 200_000_000_000L) Long> all) {
        now = START;
        Meter fresh = new Meter(() -> now);
        List<Long> sorted = new ArrayList<>(all);
        long at = now;
        for (long each : all) {
            long begun = now - each;
            fresh.done(Operation.SEARCH, begun);
        }
        assertThat(now).isEqualTo(at);
        sorted.sort(null);
        Figures found = fresh.figures(Operation.SEARCH, Window.FIVE_MINUTES);
        assertThat(found.calls()).isEqualTo(all.size());
        assertThat(found.longest().toNanos()).isEqualTo(sorted.getLast());
        assertThat(found.slow())
                .isEqualTo(all.stream().filter(each -> each > 2_000_000_000L).count());
        near(found.median(), sorted.get((all.size() + 1) / 2 - 1));
        near(found.most(), sorted.get((int) Math.ceil(all.size() * 0.95) - 1));
    }

    private static void near(Duration told, long real) {
        assertThat(told.toNanos()).isBetween(real, real + real / 8 + 1000);
    }

    @Test
    void twoSecondsAreNotSlowYet() {
        takes(Operation.SEARCH, Meter.SLOW);
        assertThat(figures(Window.HOUR).slow()).isZero();
        takes(Operation.SEARCH, Meter.SLOW.plusNanos(1));
        assertThat(figures(Window.HOUR).slow()).isEqualTo(1);
    }

    @Test
    void whatIsOldIsForgotten() {
        takes(Operation.SEARCH, Duration.ofMillis(3));
        now += Duration.ofMinutes(4).toNanos();
        assertThat(figures(Window.FIVE_MINUTES).calls()).isEqualTo(1);
        now += Duration.ofSeconds(90).toNanos();
        assertThat(figures(Window.FIVE_MINUTES).calls()).isZero();
        assertThat(figures(Window.HOUR).calls()).isEqualTo(1);
        now += Duration.ofHours(1).toNanos();
        assertThat(figures(Window.HOUR).calls()).isZero();
        takes(Operation.SEARCH, Duration.ofMillis(3));
        assertThat(figures(Window.HOUR).calls()).isEqualTo(1);
    }

    @Test
    void aRefusalIsCountedAndNoError() {
        fails(new NotPermitted(Permission.EXPORT));
        fails(new StoreException(StoreException.Problem.DISK_FULL, ""));
        fails(new IllegalStateException());
        Figures found = figures(Window.HOUR);
        assertThat(found.calls()).isEqualTo(3);
        assertThat(found.failed(FailureKind.BUSINESS)).isEqualTo(1);
        assertThat(found.errors()).isEqualTo(2);
    }

    private void fails(RuntimeException failure) {
        assertThatThrownBy(
                        () ->
                                meter.time(
                                        Operation.SEARCH,
                                        () -> {
                                            throw failure;
                                        }))
                .isSameAs(failure);
    }

    @Test
    void whatWasCalledOffNeverWas() {
        fails(new CancellationException());
        assertThat(figures(Window.HOUR).calls()).isZero();
    }

    @Test
    void aHubOutOfReachIsNoErrorOfTheExchange() {
        meter.failed(Operation.SYNC_TURN, meter.begin(), FailureKind.ENVIRONMENT);
        assertThat(meter.figures(Operation.SYNC_TURN, Window.HOUR).errors()).isZero();
        meter.failed(Operation.SYNC_TURN, meter.begin(), FailureKind.BUG);
        assertThat(meter.figures(Operation.SYNC_TURN, Window.HOUR).errors()).isEqualTo(1);
    }

    @Test
    void noCallIsLostWhenManyCountAtOnce() throws Exception {
        Meter shared = new Meter(System::nanoTime);
        int each = 20_000;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(
                        () -> {
                            for (int j = 0; j < each; j++) {
                                shared.done(Operation.STORE_READ, shared.begin());
                            }
                        });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(shared.figures(Operation.STORE_READ, Window.FIVE_MINUTES).calls())
                .isEqualTo(4L * each);
    }
}
