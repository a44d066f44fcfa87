package org.eventops.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.bench.OwnProcess;

/** One round: {@code checkin --stdin} at full speed, and then kill -9. */
final class KilledDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 20_000;
    private static final int LONGEST_LIFE_MILLIS = 1500;

    private final Path store;
    private final Random random;

    KilledDoor(Path store, Random random) {
        this.store = store;
        this.random = random;
    }

    /** A scan that the program said it had kept. */
    record Printed(String scan, String code, Instant at) {}

    /**
     * @param from the time of the first scan; each next one is a microsecond later, so that every
     *     scan of all rounds can be told from every other
     */
    List<Printed> round(Instant from, int tickets) {
        Process process = OwnProcess.start(List.of(), scanning(store));
        CountDownLatch answered = new CountDownLatch(1);
        Thread feeder = Thread.ofPlatform().start(() -> feed(process, from, tickets));
        Thread killer = Thread.ofPlatform().start(() -> kill(process, answered));
        List<Printed> printed = read(process, answered);
        try {
            killer.join();
            feeder.join();
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return printed;
    }

    /** The command of a door that takes its scans from a pipe. */
    static List<String> scanning(Path store) {
        return List.of(
                "checkin",
                "--stdin",
                "--json",
                "--data",
                store.toString(),
                "--event",
                BigEvent.SLUG,
                "--list",
                BigEvent.LIST);
    }

    private void kill(Process process, CountDownLatch answered) {
        try {
            answered.await();
            int life = random.nextInt(LONGEST_LIFE_MILLIS);
            process.waitFor(life, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        process.destroyForcibly();
    }

    private void feed(Process process, Instant from, int tickets) {
        try (OutputStream in = process.getOutputStream()) {
            for (int i = 0; i < LINES; i++) {
                String line =
                        "{\"code\":\"%s\",\"at\":\"%s\",\"override\":\"soak\"}\n"
                                .formatted(BigEvent.code(i % tickets), from.plusNanos(i * 1000L));
                in.write(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The reader has been killed: that is what the round is for.
            assert !process.isAlive() || e.getMessage() != null;
        }
    }

    /** Whole lines only: of a line cut by the kill nobody knows what it would have said. */
    private static List<Printed> read(Process process, CountDownLatch answered) {
        List<Printed> printed = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int c = out.read(); c >= 0; c = out.read()) {
                if (c == '\n') {
                    printed.add(parse(line.toString()));
                    line.setLength(0);
                    answered.countDown();
                } else {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            answered.countDown();
        }
        return printed;
    }

    private static Printed parse(String line) throws IOException {
        JsonNode answer = JSON.readTree(line);
        if (!answer.path("verdict").asText().equals("ADMITTED")) {
            throw new IllegalStateException("not admitted: " + line);
        }
        return new Printed(
                answer.get("scan").asText(),
                answer.get("ticket").asText(),
                Instant.from(OffsetDateTime.parse(answer.get("at").asText())));
    }
}
