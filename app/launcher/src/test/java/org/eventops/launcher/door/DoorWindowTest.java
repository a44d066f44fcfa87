package org.eventops.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorWindowTest {
    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                       "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                       "ends": "2026-11-20T23:00:00-05:00", "status": "in_progress"},
             "products": [{"key": "general", "name": "General", "price": "120000.00"},
                          {"key": "press", "name": "Press", "price": "0.00"},
                          {"key": "vip", "name": "Very important", "price": "0.00"}],
             "questions": [{"key": "waiver", "label": "Signed the waiver?", "type": "boolean",
                            "required": true, "askAtCheckin": true, "products": ["press"]},
                           {"key": "seats", "label": "How many seats?", "type": "number",
                            "required": false, "askAtCheckin": true, "products": ["vip"]}],
             "lists": [{"name": "Main", "products": ["*"], "includePending": true}],
             "orders": [
               {"code": "ORD1", "status": "paid", "tickets": [
                 {"code": "k3v9q0aa", "product": "general", "attendee": {"name": "Ana Peña"},
                  "attention": true, "note": "Wheelchair"},
                 {"code": "k3v9q0bb", "product": "general", "attendee": {"name": "Luis Müller"}}]},
               {"code": "ORD2", "status": "paid", "tickets": [
                 {"code": "k3v9q0cc", "product": "press", "attendee": {"name": "Eva Ruiz"}}]},
               {"code": "ORD4", "status": "paid", "tickets": [
                 {"code": "k3v9q0ff", "product": "vip", "attendee": {"name": "Paz Gil"}}]},
               {"code": "ORD3", "status": "pending", "tickets": [
                 {"code": "k3v9q0dd", "product": "general", "attendee": {"name": "Iván Soto"}},
                 {"code": "k3v9q0ee", "product": "press", "attendee": {"name": "Rut Paz"}}]}]}
            """;

    @TempDir Path folder;
    private DoorWindow door;

    @BeforeEach
    void open() throws Exception {
        door = DoorWindow.open(folder, EVENT);
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void letsAScannedTicketInAndShowsItsNote() throws Exception {
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        assertThat(door.text(".verdict-name")).isEqualTo("Ana Peña");
        assertThat(door.text(".verdict-attention")).isEqualTo("Wheelchair");
        door.awaitText("#count-entered", "1");
        assertThat(door.text("#door-search")).isEmpty();
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Already in");
    }

    @Test
    void decidesTwoScansThatComeAtOnceInTheirOrder() throws Exception {
        door.burst("k3v9q0aa\rk3v9q0bb\r");
        assertThat(door.text(".verdict-name")).isEqualTo("Luis Müller");
        door.awaitText("#count-entered", "2");
    }

    @Test
    void takesAScanWhileTheSearchHasTheFocus() throws Exception {
        door.focus("#door-search");
        door.burst("k3v9q0bb\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        assertThat(door.text("#door-search")).isEmpty();
    }

    @Test
    void findsATypedNameAndCountsNoRefusedScan() throws Exception {
        door.write("#door-search", "muler");
        assertThat(door.hits()).isEqualTo(1);
        assertThat(door.text(".verdict-word")).isEqualTo("Ready");
        door.key('\r');
        door.idle();
        assertThat(door.text(".verdict-name")).isEqualTo("Luis Müller");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void enterWithNobodyFoundIsNoScan() throws Exception {
        door.write("#door-search", "zzzz");
        door.key('\r');
        door.idle();
        assertThat(door.text(".verdict-word")).isEqualTo("Ready");
    }

    @Test
    void asksTheQuestionInPlace() throws Exception {
        door.burst("k3v9q0cc\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Questions");
        door.fire("#yes-waiver");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void letsASupervisorPassWithAReasonAndTakesTheScanBack() throws Exception {
        door.burst("k3v9q0aa\r");
        door.press(KeyCode.F9);
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Already in");
        door.write("#override-reason", "came back for a coat");
        door.fire("#action-override");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        door.press(KeyCode.F8);
        assertThat(door.text(".verdict-word")).isEqualTo("Ready");
    }

    @Test
    void takesAPendingOrderWhereTheListAllowsIt() throws Exception {
        door.burst("k3v9q0dd\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Not paid");
        door.press(KeyCode.F7);
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void picksOneOfSeveral() throws Exception {
        door.burst("ORD1\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Which one?");
        door.fire(".candidate");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void aScanWhileTheReasonIsWrittenIsAScanAndNoReason() throws Exception {
        door.burst("k3v9q0aa\r");
        door.press(KeyCode.F9);
        door.burst("k3v9q0aa\r");
        door.press(KeyCode.F6);
        door.burst("k3v9q0bb\r");
        assertThat(door.text(".verdict-name")).isEqualTo("Luis Müller");
        door.awaitText("#count-entered", "2");
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Already in");
    }

    @Test
    void hearsAScannerWhileTheFocusIsElsewhere() throws Exception {
        door.focusOutside();
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        door.focusOutside();
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Already in");
    }

    @Test
    void aScannersEnterPressesNoSwitch() throws Exception {
        door.focus("#door-exit");
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        door.burst("k3v9q0bb\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void keepsWhatWasSaidWhenAQuestionFollows() throws Exception {
        door.burst("k3v9q0ee\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Not paid");
        door.press(KeyCode.F7);
        assertThat(door.text(".verdict-word")).isEqualTo("Questions");
        door.fire("#yes-waiver");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
    }

    @Test
    void offersAnOptionalQuestionWhichHoldsNobodyUp() throws Exception {
        door.burst("k3v9q0ff\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        door.write("#question-seats", "many");
        door.fire("#answer");
        assertThat(door.text(".question-problem")).contains("number");
        door.write("#question-seats", "2");
        door.fire("#answer");
        assertThat(door.text("#answers-kept")).isEqualTo("Answers kept.");
        assertThat(door.store().answers("k3v9q0ff")).containsEntry("seats", "2");
        door.burst("k3v9q0bb\r");
        assertThat(door.text(".verdict-name")).isEqualTo("Luis Müller");
        assertThat(door.shows("#answers-kept")).isFalse();
    }

    @Test
    void takesAPastedCodeForAScanAndAPastedNameForASearch() throws Exception {
        door.paste("Peña");
        assertThat(door.text("#door-search")).isEqualTo("Peña");
        assertThat(door.hits()).isEqualTo(1);
        assertThat(door.text(".verdict-word")).isEqualTo("Ready");
        door.press(KeyCode.ESCAPE);
        door.paste("k3v9q0bb");
        assertThat(door.text(".verdict-name")).isEqualTo("Luis Müller");
        assertThat(door.text("#door-search")).isEmpty();
        door.paste("https://tickets.example.com/t/k3v9q0aa");
        assertThat(door.text(".verdict-name")).isEqualTo("Ana Peña");
    }

    @Test
    void namesTheProductOfThoseToPickFrom() throws Exception {
        door.burst("ORD1\r");
        assertThat(door.text(".candidate")).contains("General");
    }

    @Test
    void slowTypingIsASearchAndNeverAScan() throws Exception {
        for (char c : "k3v9q0aa".toCharArray()) {
            door.key(c);
        }
        door.idle();
        assertThat(door.text("#door-search")).isEqualTo("k3v9q0aa");
        assertThat(door.text(".verdict-word")).isEqualTo("Ready");
    }

    @Test
    void readsEachCodeOnceFromACameraThatGoesAwayAndComesBack() throws Exception {
        try (LoopbackCamera camera = new LoopbackCamera("k3v9q0aa")) {
            door.source(camera.address());
            door.press(KeyCode.F2);
            door.awaitText(".verdict-name", "Ana Peña");
            assertThat(door.text(".verdict-word")).isEqualTo("Come in");
            camera.show("k3v9q0bb");
            door.awaitText(".verdict-name", "Luis Müller");
            camera.goAway();
            door.awaitText(
                    "#camera-state", "The camera does not answer. It is tried again by itself.");
            camera.show("k3v9q0ff");
            camera.comeBack();
            door.awaitText(".verdict-name", "Paz Gil");
            door.press(KeyCode.F2);
            assertThat(door.text("#camera-state")).startsWith("Off");
            door.awaitText("#count-entered", "3");
        }
    }

    @Test
    void readsACameraAgainThatStalled() throws Exception {
        try (LoopbackCamera camera = new LoopbackCamera("k3v9q0aa")) {
            door.source(camera.address());
            door.press(KeyCode.F2);
            door.awaitText(".verdict-name", "Ana Peña");
            camera.stall();
            door.awaitText(
                    "#camera-state", "The camera does not answer. It is tried again by itself.");
            camera.show("k3v9q0bb");
            camera.goOn();
            door.awaitText(".verdict-name", "Luis Müller");
        }
    }

    @Test
    void escapeEmptiesTheSearchFirst() throws Exception {
        door.burst("k3v9q0aa\r");
        door.write("#door-search", "luis");
        door.press(KeyCode.ESCAPE);
        assertThat(door.text("#door-search")).isEmpty();
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        door.press(KeyCode.ESCAPE);
        assertThat(door.text(".verdict-word")).isEqualTo("Ready");
    }

    @Test
    void letsOutWithF4() throws Exception {
        door.press(KeyCode.F4);
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Out");
    }
}
