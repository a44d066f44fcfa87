package org.eventops.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.bench.OwnProcess;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A door to whose files the system gives no more room, as when a disk is full. */
class FullDiskTest {
    private static final int TICKETS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path store;

    /**
     * @param more room in KiB that is left for the largest file, the database, when the door opens
     */
    @ParameterizedTest
    @ValueSource(ints = 40)
    void answersEachScanAndKeepsWhatItConfirmed(int more) throws Exception {
        try (OpenConsole console = OpenConsole.open(store, Clock.systemUTC())) {
            new BigEvent(TICKETS, 0).into(console);
        }
        Set<String> confirmed = new HashSet<>();
        Process door = door(largest() / 1024 + more);
        try (BufferedWriter in = door.outputWriter(StandardCharsets.UTF_8);
                BufferedReader out = door.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < TICKETS; i++) {
                in.write("{\"code\":\"%s\"}%n".formatted(BigEvent.code(i)));
                in.flush();
                JsonNode answer = JSON.readTree(out.readLine());
                if (answer.path("verdict").asText().equals("ADMITTED")) {
                    confirmed.add(answer.get("scan").asText());
                }
            }
        } finally {
            assertThat(door.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(confirmed).as("the journal had room").hasSize(TICKETS);
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(confirmed);
    }

    private Process door(long kibibytes) {
        return OwnProcess.start(
                List.of("bash", "-c", "ulimit -f %d; exec \"$0\" \"$@\"".formatted(kibibytes)),
                List.of(),
                KilledDoor.scanning(store));
    }

    private long largest() throws IOException {
        long largest = 0;
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                largest = Math.max(largest, Files.size(file));
            }
        }
        return largest;
    }

    private Set<String> kept() {
        try (OpenConsole console = OpenConsole.open(store, Clock.systemUTC())) {
            return console
                    .store()
                    .transactions()
                    .read(() -> console.store().exchange().load(BigEvent.SLUG))
                    .orElseThrow()
                    .scans()
                    .stream()
                    .map(each -> each.id().value().toString())
                    .collect(Collectors.toSet());
        }
    }
}
