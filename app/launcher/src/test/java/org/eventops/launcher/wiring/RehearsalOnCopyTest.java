package org.eventops.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.rehearsal.BuiltInCurve;
import org.eventops.domain.door.rehearsal.Crowd;
import org.eventops.domain.door.rehearsal.Handling;
import org.eventops.domain.door.rehearsal.RecordedCurve;
import org.eventops.domain.door.rehearsal.RehearsalOutcome;
import org.eventops.domain.door.rehearsal.RehearsalPlan;
import org.eventops.domain.door.rehearsal.RehearsalReport;
import org.eventops.domain.door.rehearsal.Staffing;
import org.eventops.domain.exchange.EventContent;
import org.eventops.launcher.bench.BigEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalOnCopyTest {
    private static final Instant FIRST = Instant.parse("2026-11-20T23:00:00Z");

    @TempDir private Path folder;
    private OpenConsole console;

    @BeforeEach
    void open() {
        console = OpenConsole.open(folder, Clock.systemUTC());
        new BigEvent(40, 0).into(console);
        scan(1, FIRST);
        scan(2, FIRST.plusSeconds(120));
    }

    private void scan(int ticket, Instant at) {
        ScanRequest request =
                new ScanRequest(
                        BigEvent.code(ticket), ScanKind.ENTRY, at, null, Map.of(), false, null);
        console.checkins()
                .checkin(
                        console.store()
                                .transactions()
                                .read(() -> console.store().events().id(BigEvent.SLUG))
                                .orElseThrow(),
                        BigEvent.LIST,
                        request,
                        Operator.steward("ana"),
                        "door");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private static RehearsalPlan plan(String event, String list) {
        return new RehearsalPlan(
                event,
                list,
                new Crowd(BuiltInCurve.STEADY, 100, Duration.ofMinutes(10)),
                new Staffing(2, Handling.same(Duration.ofSeconds(9)), Duration.ofMinutes(1)),
                1);
    }

    private RehearsalOutcome run(Progress progress) {
        return console.rehearsals().run(plan(BigEvent.SLUG, BigEvent.LIST), progress);
    }

    private EventContent content() {
        return console.store()
                .transactions()
                .read(() -> console.store().exchange().load(BigEvent.SLUG))
                .orElseThrow();
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private long journalBytes() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.getFileName().toString().contains("journal"))
                    .filter(Files::isRegularFile)
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        }
    }

    @Test
    void theStoreIsOnlyReadAndTheCopyIsGone() throws IOException {
        EventContent before = content();
        long journal = journalBytes();
        List<String> folders = folders();
        RehearsalOutcome outcome = run(Progress.NONE);
        assertThat(outcome).isInstanceOf(RehearsalOutcome.Done.class);
        RehearsalReport report = ((RehearsalOutcome.Done) outcome).report();
        assertThat(report.evening().visits()).hasSize(100);
        assertThat(report.decideP99Micros()).isPositive();
        assertThat(report.needed()).isEqualTo(2);
        assertThat(before.scans()).hasSize(2);
        assertThat(content()).isEqualTo(before);
        assertThat(journalBytes()).isPositive().isEqualTo(journal);
        assertThat(folders()).isEqualTo(folders);
    }

    @Test
    void aCancelledOneLeavesNothingWhileCopyingAndWhileDeciding() throws IOException {
        List<String> folders = folders();
        assertThatThrownBy(() -> run(new Stopped(total -> total < 0)))
                .isInstanceOf(CancellationException.class);
        assertThat(folders()).isEqualTo(folders);
        assertThatThrownBy(() -> run(new Stopped(total -> total == 100)))
                .isInstanceOf(CancellationException.class);
        assertThat(folders()).isEqualTo(folders);
    }

    @Test
    void oneThatFailsLeavesNothingAndWhatAKilledOneLeftIsTakenAway() throws IOException {
        List<String> folders = folders();
        Files.createDirectories(folder.resolve("rehearsal-17/deep"));
        assertThatThrownBy(() -> run(new Failing())).hasMessage("as it was told");
        assertThat(folders()).isEqualTo(folders);
    }

    @Test
    void anEventOrListThatIsNotThereIsSaid() {
        assertThat(console.rehearsals().run(plan("nowhere", BigEvent.LIST), Progress.NONE))
                .isEqualTo(new RehearsalOutcome.Gone());
        assertThat(console.rehearsals().run(plan(BigEvent.SLUG, "nowhere"), Progress.NONE))
                .isEqualTo(new RehearsalOutcome.Gone());
    }

    @Test
    void theCurveOfAnEventComesFromItsFirstEntries() {
        scan(1, FIRST.plusSeconds(600));
        assertThat(console.earlierArrivals().of(BigEvent.SLUG).map(RecordedCurve::length))
                .hasValueSatisfying(
                        length -> assertThat(length).isGreaterThanOrEqualTo(Duration.ofMinutes(2)));
        assertThat(console.earlierArrivals().of(BigEvent.SLUG).map(RecordedCurve::offsets))
                .hasValueSatisfying(
                        offsets ->
                                assertThat(offsets.getLast().minus(offsets.getFirst()))
                                        .isEqualTo(Duration.ofMinutes(2)));
        assertThat(console.earlierArrivals().of("nowhere")).isEmpty();
    }

    private static final class Stopped implements Progress {
        private final LongPredicate when;
        private boolean cancelled;

        Stopped(LongPredicate when) {
            this.when = when;
        }

        @Override
        public void at(long done, long total) {
            cancelled |= when.test(total);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    private static final class Failing implements Progress {
        @Override
        public void at(long done, long total) {
            if (done == 5) {
                throw new IllegalStateException("as it was told");
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
