package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real store. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CommandsTest {
    @TempDir private static Path store;

    private final CliRun cli = new CliRun();

    @BeforeAll
    static void fill() {
        try (OpenConsole console = OpenConsole.open(store, Clock.systemUTC())) {
            new BigEvent(20, 4).into(console);
        }
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "--data", store.toString()), words);
    }

    private String printed() {
        return cli.printed();
    }

    private String said() {
        return cli.said();
    }

    private int checkin(String... words) {
        List<String> line =
                new ArrayList<>(
                        List.of("checkin", "--event", BigEvent.SLUG, "--list", BigEvent.LIST));
        line.addAll(List.of(words));
        return ops(line.toArray(String[]::new));
    }

    @Test
    void admitsOnceAndSaysSoTheSecondTime() {
        assertThat(checkin("--json", BigEvent.code(15), BigEvent.code(15))).isZero();
        List<String> lines = printed().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("\"verdict\":\"ADMITTED\"");
        assertThat(lines.getLast())
                .contains("\"verdict\":\"ALREADY_IN\"", "\"override\":true", "\"firstEntry\":\"20");
    }

    @Test
    void aRefusedTicketIsAnAnswerAndNotAFailure() {
        assertThat(checkin("--json", "nobody-has-this")).isZero();
        assertThat(printed()).contains("\"verdict\":\"UNKNOWN_TICKET\"", "\"ticket\":null");
    }

    @Test
    void takesAScanBackOnce() {
        checkin("--json", BigEvent.code(16));
        String scan = printed().replaceFirst("(?s).*\"scan\":\"([^\"]+)\".*", "$1");
        assertThat(ops("checkin", "undo", scan, "--reason", "wrong person", "--json")).isZero();
        assertThat(printed().strip()).isEqualTo("{\"scan\":\"" + scan + "\",\"undone\":true}");
        assertThat(ops("checkin", "undo", scan, "--reason", "again")).isEqualTo(3);
        assertThat(checkin("--json", BigEvent.code(16))).isZero();
        assertThat(printed()).contains("\"verdict\":\"ADMITTED\"");
    }

    @Test
    void namesTheEventsAndListsThereAreWhereOneIsMissing() {
        assertThat(ops("stats", "--event", "no-such")).isEqualTo(3);
        assertThat(said()).contains("--event", "no-such", BigEvent.SLUG);
        assertThat(ops("checkin", "--event", BigEvent.SLUG, "--list", "VIP", "x")).isEqualTo(3);
        assertThat(said()).contains("--list", "VIP", BigEvent.LIST);
    }

    @Test
    void exportsTheCountsOfAnEventOrOneListAsATable() {
        assertThat(ops("export", "counts", BigEvent.SLUG, "--format", "csv")).isZero();
        assertThat(printed()).startsWith("counted,key,name,time,expected,entered,inside,to_come,");
        assertThat(printed()).contains("list,Main,Main,,20,");
        assertThat(ops("export", "counts", BigEvent.SLUG, "--list", "VIP", "--format", "csv"))
                .isEqualTo(3);
        assertThat(said()).contains("--list", "VIP", BigEvent.LIST);
    }

    @Test
    void theDemoRefusesAStoreThatHoldsOtherData() {
        assertThat(ops("demo", "--json")).isEqualTo(3);
        assertThat(printed()).isEmpty();
        assertThat(said()).contains(store.toString());
    }

    @Test
    void aStoreInUseIsAnAnswerOfTheEnvironment() {
        try (OpenConsole held = OpenConsole.open(store, Clock.systemUTC())) {
            assertThat(held.store()).isNotNull();
            assertThat(ops("events")).isEqualTo(4);
            assertThat(said()).contains("open in another console", store.toString());
            assertThat(ops("doctor", "--json")).isEqualTo(4);
            assertThat(printed()).contains("{\"check\":\"store\",\"ok\":false");
        }
    }

    @Test
    void whatIsNotReadyFailsAScriptOnlyIfItAsksSo() throws IOException {
        Path black = store.resolve("black.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", black.toFile());
        String[] looks = {"doctor", "--offline", "--test-code", black.toString()};
        assertThat(ops(looks)).isZero();
        assertThat(printed()).contains("✗ camera");
        String[] strict = Arrays.copyOf(looks, looks.length + 1);
        strict[looks.length] = "--strict";
        assertThat(ops(strict)).isEqualTo(4);
        assertThat(printed()).contains("✗ camera");
    }

    @Test
    void movesAnEventOnlyOneStepAndListsItAfter() {
        assertThat(ops("event", "status", BigEvent.SLUG, "draft")).isEqualTo(3);
        assertThat(said()).contains("draft", "in_progress", "completed");
        assertThat(ops("event", "status", BigEvent.SLUG, "in_progress", "--json")).isZero();
        assertThat(printed()).contains("\"slug\":\"bench\"", "\"status\":\"in_progress\"");
        assertThat(ops("events", "--json")).isZero();
        assertThat(printed().lines()).hasSize(1);
    }

    @Test
    void countsAndFindsPeople() {
        assertThat(ops("stats", "--event", BigEvent.SLUG, "--json")).isZero();
        assertThat(printed()).startsWith("{\"list\":\"Main\",\"tickets\":20,\"entered\":");
        assertThat(ops("search", "--event", BigEvent.SLUG, "buyer", "--json")).isZero();
        assertThat(ops("search", "--event", BigEvent.SLUG, BigEvent.order(7), "--json")).isZero();
        assertThat(printed())
                .contains("\"order\":\"" + BigEvent.order(7) + "\"", "\"payment\":\"paid\"");
    }

    private int rehearse(String... words) {
        List<String> line =
                new ArrayList<>(
                        List.of("rehearse", "--event", BigEvent.SLUG, "--lanes", "2", "--json"));
        line.addAll(List.of(words));
        return ops(line.toArray(String[]::new));
    }

    @Test
    void rehearsesALineForEachLaneAndSaysWhatIsNeeded() {
        assertThat(rehearse("--arrivals", "30", "--minutes", "2", "--curve", "burst")).isZero();
        assertThat(printed().lines())
                .hasSize(2)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .contains(
                                                "\"served\":",
                                                "\"waitP50\":",
                                                "\"waitP95\":",
                                                "\"decideP99Micros\":",
                                                "\"lanesNeeded\":",
                                                "\"byLanes\":[{"));
        assertThat(said())
                .contains("With 2 lanes the queue is longest at", "keep 95 % under 5 min");
    }

    @Test
    void rehearsesTheArrivalsOfAFileAndNamesItsWrongLine(@TempDir Path files) throws Exception {
        Path curve = Files.writeString(files.resolve("curve.csv"), "minute,arrivals\n0,4\n3,x\n");
        assertThat(rehearse("--curve-file", curve.toString())).isEqualTo(3);
        assertThat(said()).contains("curve.csv, line 3", "3,x", "minute,arrivals as in the lines");
        Files.writeString(curve, "minute,arrivals\n0,4\n3,1\n");
        assertThat(rehearse("--curve-file", curve.toString())).isZero();
        assertThat(rehearse("--curve-file", curve.toString(), "--curve", "steady")).isEqualTo(3);
        assertThat(said()).contains("only one of --curve");
        assertThat(rehearse("--curve", "late")).isEqualTo(3);
        assertThat(said()).contains("late-rush, steady, two-waves, at-doors, burst");
        assertThat(rehearse("--handling", "-1")).isEqualTo(3);
        assertThat(said()).contains("--handling", "0", "3,600");
    }
}
