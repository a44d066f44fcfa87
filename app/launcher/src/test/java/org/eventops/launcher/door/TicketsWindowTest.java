package org.eventops.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eventops.adapters.camera.AllCameras;
import org.eventops.domain.change.Progress;
import org.eventops.domain.readiness.CameraTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketsWindowTest {
    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                       "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                       "ends": "2026-11-20T23:00:00-05:00", "status": "in_progress"},
             "products": [{"key": "general", "name": "General", "price": "120000.00"}],
             "lists": [{"name": "Main", "products": ["*"]}],
             "orders": [
               {"code": "ORD1", "status": "paid", "tickets": [
                 {"code": "k3v9q0aa", "product": "general", "attendee": {"name": "Ana Peña"}},
                 {"code": "k3v9q0bb", "product": "general", "attendee": {"name": "Luis Gil"}}]},
               {"code": "ORD2", "status": "paid", "tickets": [
                 {"code": "k3v9q0cc", "product": "general", "attendee": {"name": "Eva Ruiz"}}]}]}
            """;

    @TempDir Path folder;
    private DoorWindow door;

    @BeforeEach
    void open() throws Exception {
        door = DoorWindow.open(folder, EVENT);
        door.open("app.screen.tickets");
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    private List<String> files(Path where) throws Exception {
        try (Stream<Path> all = Files.list(where)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** The code of a picture, as a camera reads it. */
    private String code(Path picture) {
        CameraTest test = new CameraTest(new AllCameras(), System::nanoTime);
        return test.run(picture.toString(), java.time.Duration.ofSeconds(20), Progress.NONE)
                        instanceof CameraTest.Outcome.Read read
                ? read.text()
                : "";
    }

    @Test
    void issuesSignedTicketsThatTheDoorLetsIn() throws Exception {
        Path out = folder.resolve("out");
        door.write("#issue-folder", out.toString());
        door.fire("#issue");
        door.awaitText("#issue-news", "3 tickets in " + out);
        assertThat(files(out))
                .containsExactly(
                        "ORD1-1.pdf",
                        "ORD1-1.png",
                        "ORD1-2.pdf",
                        "ORD1-2.png",
                        "ORD2-1.pdf",
                        "ORD2-1.png");
        String code = code(out.resolve("ORD2-1.png"));
        door.write("#verify-code", code);
        assertThat(door.text("#verify-answer"))
                .isEqualTo("Genuine: Gala, product general, issue 1.");
        door.open("app.screen.door");
        door.burst(code + "\r");
        assertThat(door.text(".verdict-name")).isEqualTo("Eva Ruiz");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void givesANewCodeAfterALossAndRefusesTheOldOne() throws Exception {
        Path out = folder.resolve("out");
        door.write("#issue-folder", out.toString());
        door.write("#issue-order", "ORD2");
        door.fire("#issue");
        door.awaitText("#issue-news", "One ticket in " + out);
        String lost = code(out.resolve("ORD2-1.png"));
        door.write("#one-search", "ruiz");
        door.fire("#one-reissue");
        door.awaitText("#issue-news", "One ticket in " + out);
        String fresh = code(out.resolve("ORD2-1.png"));
        assertThat(fresh).isNotEqualTo(lost);
        door.open("app.screen.door");
        door.burst(lost + "\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Replaced");
        door.burst(fresh + "\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void saysWhatIsMissingBeforeAnythingIsWritten() throws Exception {
        door.fire("#issue");
        assertThat(door.text("#issue-news")).isEqualTo("Type or choose a folder.");
        door.write("#issue-folder", folder.resolve("out").toString());
        door.write("#issue-order", "NONE");
        door.fire("#issue");
        assertThat(door.text("#issue-news")).isEqualTo("There are no valid tickets of order NONE.");
        door.write("#verify-code", "hello");
        assertThat(door.text("#verify-answer")).isEqualTo("It is not a signed code.");
    }

    @Test
    void retiresAKeyOnlyWhenPressedTwice() throws Exception {
        Path out = folder.resolve("out");
        door.write("#issue-folder", out.toString());
        door.fire("#issue");
        door.awaitText("#issue-news", "3 tickets in " + out);
        door.open("app.screen.events");
        door.open("app.screen.tickets");
        door.selectFirst("#keys");
        door.fire("#key-retire");
        assertThat(door.text("#key-retire")).isEqualTo("Retire 0001: its tickets will be refused");
        String code = code(out.resolve("ORD1-1.png"));
        door.write("#verify-code", code);
        assertThat(door.text("#verify-answer")).doesNotContain("retired");
        door.fire("#key-retire");
        door.write("#verify-code", "");
        door.write("#verify-code", code);
        assertThat(door.text("#verify-answer")).contains("Its key 0001 is retired");
    }
}
