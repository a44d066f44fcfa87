package org.eventops.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rounds of {@code kill -9} at random moments on one store. Four in the test command; more with
 * {@code packaging/soak/kill9.sh ROUNDS [SEED]}.
 */
class KillNineTest {
    private static final int TICKETS = 500;
    private static final Instant BEGIN = Instant.parse("2026-11-20T23:30:00Z");

    @TempDir private Path store;

    @Test
    void everyPrintedScanIsThereOnceAndTheStoreOpensByItself() {
        int rounds = Integer.getInteger("kill.rounds", 4);
        long seed = Long.getLong("kill.seed", System.nanoTime());
        try (OpenConsole console = OpenConsole.open(store, Clock.systemUTC())) {
            new BigEvent(TICKETS, 0).into(console);
        }
        KilledDoor door = new KilledDoor(store, new Random(seed));
        List<KilledDoor.Printed> printed = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            printed.addAll(door.round(BEGIN.plusSeconds(round), TICKETS));
            // Every other time it is the program itself that has to recover.
            if (round % 2 == 0 || round == rounds - 1) {
                verify(printed, "seed " + seed + ", round " + round);
            }
        }
        System.out.printf(
                "kill -9: %d rounds, %d scans printed, all there once (seed %d)%n",
                rounds, printed.size(), seed);
        assertThat(printed).as("the program answered between the kills").hasSizeGreaterThan(rounds);
    }

    private void verify(List<KilledDoor.Printed> printed, String where) {
        try (OpenConsole console = OpenConsole.open(store, Clock.systemUTC())) {
            List<ScanEntry> kept =
                    console.store()
                            .transactions()
                            .read(
                                    () ->
                                            console.store()
                                                    .exchange()
                                                    .load(BigEvent.SLUG)
                                                    .orElseThrow()
                                                    .scans());
            Map<ScanId, ScanEntry> byId =
                    kept.stream().collect(Collectors.toMap(ScanEntry::id, Function.identity()));
            assertThat(kept)
                    .as("%s: a line was kept twice", where)
                    .extracting(ScanEntry::at)
                    .doesNotHaveDuplicates();
            for (KilledDoor.Printed each : printed) {
                ScanEntry scan = byId.get(new ScanId(UUID.fromString(each.scan())));
                assertThat(scan).as("%s: %s was printed and is gone", where, each).isNotNull();
                assertThat(scan.ticket()).as(where).isEqualTo(each.code());
                assertThat(scan.at()).as(where).isEqualTo(each.at());
                assertThat(scan.verdict().counts()).as(where).isTrue();
            }
        }
    }
}
