package org.eventops.launcher.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.eventops.console.feature.privacy.PrivacyScreen;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.RealWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Giving out, erasing, keeping and agreeing, in the real window over a real store. */
class PrivacyWindowTest {
    private static final int CROWD = 1_100;

    @TempDir Path folder;
    private OpenConsole console;
    private RealWindow window;

    @BeforeEach
    void open() throws Exception {
        console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        bring(
                "gala",
                "completed",
                2020,
                order("1", "Ana Peña", "ana@one.example")
                        + ","
                        + order("2", "Ana Peña", "ana@two.example"));
        window = RealWindow.over(console, folder.resolve("store"));
        window.open(PrivacyScreen.KEY);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        console.close();
    }

    private void bring(String slug, String status, int year, String orders) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve(slug + ".json"),
                        """
            {"eventops": 1, "event": {
              "slug": "%1$s", "name": "%1$s", "type": "concert", "status": "%2$s",
              "timezone": "America/Bogota", "currency": "COP",
              "starts": "%3$s-11-20T19:00:00-05:00", "ends": "%3$s-11-20T23:00:00-05:00"},
             "products": [{"key": "general", "name": "General", "price": "10000.00"}],
             "orders": [%4$s]}
            """
                                .formatted(slug, status, year, orders));
        assertThat(
                        console.importer()
                                .run(
                                        new ImportRequest(file, null, null, false, false, null),
                                        Progress.NONE)
                                .ok())
                .isTrue();
    }

    private static String order(String number, String name, String email) {
        return """
            {"code": "O%1$s", "status": "paid", "tickets": [
              {"code": "T%1$s", "product": "general",
               "attendee": {"name": "%2$s", "email": "%3$s"}}]}
            """
                .formatted(number, name, email);
    }

    private void search(String whom) throws Exception {
        window.type("#privacy-search", whom);
        window.press("#privacy-search-go");
    }

    @Test
    void oneOfSeveralIsChosenAndGivenOutInWords() throws Exception {
        search("ana peña");
        assertThat(choices()).hasSize(2).allMatch(text -> text.startsWith("Ana Peña · ana@"));
        DrawingThread.drawn(
                () -> {
                    choiceButtons().stream()
                            .filter(each -> each.getText().contains("ana@two"))
                            .forEach(Button::fire);
                    return true;
                });
        window.idle();
        assertThat(window.text("#privacy-name")).isEqualTo("Ana Peña · ana@two.example");
        assertThat(details()).hasSize(1);
        assertThat(details().getFirst()).contains("T2", "ana@two.example", "valid");
        assertThat(details().getFirst()).doesNotContain("VALID", "1000000");
        assertThat(window.text("#privacy-row")).contains("e-mail address: ana@two.example");

        Path file = folder.resolve("ana.json");
        DrawingThread.drawn(
                () -> {
                    window.screen(PrivacyScreen.class).exportTo(file);
                    return true;
                });
        window.idle();
        assertThat(Files.readString(file)).contains("ana@two.example", "T2");
        assertThat(Files.readString(file)).doesNotContain("ana@one.example");
    }

    @Test
    void somebodyIsErasedOnceReasonAndWordAreTyped() throws Exception {
        String before = exported("gala");
        search("ana@one.example");
        window.press("#privacy-erase");
        assertThat(window.text("#privacy-plan")).contains("tickets: 1").contains("Counts");
        assertThat(window.isShown("#privacy-force")).isFalse();
        window.press("#privacy-erase-do");
        window.type("#privacy-reason", "asked by letter");
        window.press("#privacy-erase-do");
        assertThat(isKept("ana@one.example")).isTrue();
        window.type("#privacy-word", "ERASE");
        window.press("#privacy-erase-do");
        assertThat(isKept("ana@one.example")).isFalse();
        assertThat(window.isShown("#privacy-empty")).isTrue();
        assertThat(window.isShown("#privacy-erase-card")).isFalse();
        search("ana@one.example");
        assertThat(window.isShown("#privacy-empty")).isTrue();
        assertThat(exported("gala"))
                .contains("\"T1\"", "\"T2\"", "ana@two.example")
                .doesNotContain("ana@one.example");
        assertThat(before).contains("ana@one.example");
        assertThat(console.audit().verify(List.of(), Progress.NONE).sound()).isTrue();
    }

    @Test
    void whoseTicketStillAdmitsIsErasedOnlyWhenSomebodyInsists() throws Exception {
        bring("later", "published", 2199, order("9", "Eva Ruiz", "eva@one.example"));
        search("eva@one.example");
        window.press("#privacy-erase");
        assertThat(window.text("#privacy-problem")).contains("still admits to later");
        window.type("#privacy-reason", "asked");
        window.type("#privacy-word", "ERASE");
        window.press("#privacy-erase-do");
        assertThat(isKept("eva@one.example")).isTrue();
        DrawingThread.drawn(
                () -> {
                    window.find(CheckBox.class, "#privacy-force").setSelected(true);
                    return true;
                });
        window.press("#privacy-erase-do");
        assertThat(isKept("eva@one.example")).isFalse();
        assertThat(window.isShown("#privacy-problem")).isFalse();
    }

    @Test
    void whoChangesTheirMindErasesNobody() throws Exception {
        search("ana@one.example");
        window.press("#privacy-erase");
        window.press("#privacy-erase-cancel");
        assertThat(window.isShown("#privacy-erase-card")).isFalse();
        assertThat(isKept("ana@one.example")).isTrue();
    }

    @Test
    void retentionIsLaidDownAppliedStoppedAndGoneOnWith() throws Exception {
        bring(
                "crowd",
                "completed",
                2019,
                IntStream.range(100, 100 + CROWD)
                        .mapToObj(i -> order("" + i, "Guest " + i, "g" + i + "@one.example"))
                        .collect(Collectors.joining(",")));
        window.type("#privacy-days", "soon");
        window.press("#privacy-days-save");
        assertThat(window.text("#privacy-problem")).startsWith("A number of days");
        window.type("#privacy-days", "30");
        window.press("#privacy-days-save");
        assertThat(window.isShown("#privacy-problem")).isFalse();
        assertThat(window.text("#privacy-rule")).contains("30 days");
        window.press("#privacy-apply");
        assertThat(window.text("#privacy-apply-yes")).isEqualTo("Yes, erase 1,102 tickets");
        DrawingThread.drawn(
                () -> {
                    window.find(Button.class, "#privacy-apply-yes").fire();
                    window.find(Button.class, "#privacy-apply-stop").fire();
                    return true;
                });
        window.idle();
        window.idle();
        assertThat(window.isShown("#privacy-apply-stop")).isFalse();
        assertThat(window.text(".toast .label")).startsWith("Stopped");
        assertThat(isKept("ana@one.example")).as("the older event is first").isTrue();
        window.press("#privacy-apply");
        window.press("#privacy-apply-yes");
        window.idle();
        assertThat(console.privacy().retention().due()).isEmpty();
        assertThat(isKept("ana@one.example")).isFalse();
        assertThat(window.isShown("#privacy-apply")).isFalse();
        assertThat(exported("gala")).contains("\"T1\"", "\"T2\"");
        assertThat(console.audit().verify(List.of(), Progress.NONE).sound()).isTrue();
    }

    @Test
    void aConsentIsWrittenDownAndWithdrawn() throws Exception {
        search("ana@one.example");
        assertThat(window.text("#privacy-consent-none")).isEqualTo("Nothing is written down yet.");
        window.press("#privacy-consent-add");
        assertThat(DrawingThread.drawn(this::eventOfConsent)).isEqualTo("gala");
        window.type("#privacy-consent-purpose", "news and more");
        window.press("#privacy-consent-yes");
        assertThat(window.text("#privacy-consent-problem")).startsWith("A purpose is one word");
        window.type("#privacy-consent-purpose", "news");
        window.type("#privacy-consent-source", "form");
        window.type("#privacy-consent-wording", "May we write to you?");
        window.press("#privacy-consent-yes");
        assertThat(window.isShown("#privacy-consent-form")).isFalse();
        assertThat(window.text(".privacy-consent-line"))
                .startsWith("gala · ana@one.example · news · agreed");
        window.press(".privacy-consent-change");
        window.type("#privacy-consent-source", "call");
        window.press("#privacy-consent-no");
        assertThat(window.text(".privacy-consent-line")).contains("news · does not agree");
        List<PersonalRow> kept = console.privacy().consents().list(gala(), "ana@one.example");
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().columns())
                .containsEntry("given", false)
                .containsEntry("source", "call")
                .containsEntry("wording", "May we write to you?");
    }

    private String eventOfConsent() {
        return ((KeptEvent) window.find(ComboBox.class, "#privacy-consent-event").getValue())
                .name();
    }

    private EventId gala() {
        return console.store()
                .transactions()
                .read(() -> console.store().events().id("gala"))
                .orElseThrow();
    }

    private boolean isKept(String whom) {
        return console.privacy().people().find(new PersonQuery(whom, null))
                instanceof FindOutcome.Found;
    }

    private String exported(String slug) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        console.exporter().event(slug, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> choices() throws Exception {
        return DrawingThread.drawn(() -> choiceButtons().stream().map(Button::getText).toList());
    }

    private List<Button> choiceButtons() {
        return window.find(Node.class, "#privacy-several").lookupAll(".button").stream()
                .map(Button.class::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> details() throws Exception {
        return DrawingThread.drawn(
                () -> {
                    TableView<Object> table = window.find(TableView.class, "#privacy-rows");
                    return table.getItems().stream()
                            .map(
                                    row ->
                                            (String)
                                                    table.getColumns()
                                                            .getLast()
                                                            .getCellObservableValue(row)
                                                            .getValue())
                            .toList();
                });
    }
}
