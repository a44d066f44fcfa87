package org.eventops.launcher.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.eventops.console.feature.audit.AuditScreen;
import org.eventops.console.feature.people.PeopleScreen;
import org.eventops.console.feature.settings.SettingsScreen;
import org.eventops.domain.access.Role;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.people.Member;
import org.eventops.domain.people.StaffMember;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.RealWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who works at which event, and who did what, in the real window over a real store. */
class PeopleWindowTest {
    @TempDir Path folder;
    private OpenConsole console;
    private RealWindow window;

    @BeforeEach
    void open() throws Exception {
        console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        new BigEvent(2, 0).into(console);
        console.people().add("Ana", Role.ADMINISTRATOR, null);
        console.people().add("Eva", Role.TEAM_MEMBER, null);
        window = RealWindow.over(console, folder.resolve("store"));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        console.close();
    }

    @Test
    void somebodyIsMadeToWorkAtAnEventAndReleased() throws Exception {
        window.open(PeopleScreen.KEY);
        DrawingThread.drawn(
                () -> {
                    table("#people").getSelectionModel().select(1);
                    ComboBox<EventRow> event = box("#person-at-event");
                    event.setValue(event.getItems().getFirst());
                    this.<Role>box("#person-at-role").setValue(Role.DOOR_SUPERVISOR);
                    return true;
                });
        window.press("#person-at-save");
        window.idle();
        assertThat(eva().at()).isEqualTo(Map.of(event(), Role.DOOR_SUPERVISOR));
        assertThat(cells("#people")).anyMatch(row -> row.contains("door supervisor at"));
        window.press("#person-at-release");
        window.idle();
        assertThat(eva().at()).isEmpty();
        assertThat(cells("#people")).noneMatch(row -> row.contains("door supervisor at"));
    }

    @Test
    void aPasswordThatWasLeftOverIsShownAndTakenAway() throws Exception {
        console.people().assign(event(), "Maria", Role.DOOR_STEWARD);
        console.passwords().give("Ana", "lluvia sobre tejado");
        console.passwords().give("Maria", "otro tejado con lluvia");
        StaffMember maria = new StaffMember(event(), "Maria", Role.DOOR_STEWARD);
        console.store()
                .transactions()
                .write(
                        () -> {
                            console.store().people().release(maria);
                            return maria;
                        });
        window.open(PeopleScreen.KEY);
        assertThat(cells("#people").getLast()).startsWith("Maria | no role any more");
        DrawingThread.drawn(
                () -> {
                    table("#people").getSelectionModel().selectLast();
                    return true;
                });
        window.press("#person-password-remove");
        window.idle();
        assertThat(cells("#people")).noneMatch(row -> row.contains("Maria"));
        assertThat(console.passwords().owners()).containsExactly("Ana");
    }

    @Test
    void whatIsDoneShowsAtOnceIsFoundAndStands() throws Exception {
        window.open(AuditScreen.KEY);
        assertThat(cells("#audit")).anyMatch(row -> row.contains("name: Eva"));
        console.people().become("Eva", Role.BOX_OFFICE);
        window.idle();
        assertThat(cells("#audit").getFirst()).contains("role: team → box office");
        DrawingThread.drawn(
                () -> {
                    window.find(TextField.class, "#audit-search").setText("box_office");
                    return true;
                });
        window.idle();
        assertThat(cells("#audit")).hasSize(1);
        only(Deed.CHANGED);
        assertThat(cells("#audit")).hasSize(1);
        only(Deed.WRONG_PIN);
        assertThat(cells("#audit")).isEmpty();
        window.press("#audit-verify");
        window.idle();
        assertThat(window.text("#audit-verdict")).endsWith("lines are as they were written.");
    }

    private void only(Deed deed) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ComboBox<Optional<Deed>> box = box("#audit-deed");
                    box.setValue(Optional.of(deed));
                    return true;
                });
        window.idle();
    }

    /** However many entries there are, the window's bars stay in it. */
    @Test
    void theLastEntryIsScrolledToAndPushesNothingOut() throws Exception {
        window.open(SettingsScreen.KEY);
        DrawingThread.drawn(
                () -> {
                    window.find(ScrollPane.class, ".nav-scroll");
                    // Once more: it was scrolled when everything had its place.
                    ScrollPane scroll = window.find(ScrollPane.class, ".nav-scroll");
                    assertThat(scroll.getHeight()).isLessThan(800);
                    ToggleButton last =
                            scroll.lookupAll(".nav-entry").stream()
                                    .map(ToggleButton.class::cast)
                                    .filter(ToggleButton::isSelected)
                                    .findFirst()
                                    .orElseThrow();
                    double low = last.localToScene(last.getBoundsInLocal()).getMaxY();
                    assertThat(low).isLessThanOrEqualTo(800);
                    return true;
                });
    }

    private Member eva() {
        return console.people().all().stream()
                .filter(each -> each.name().equals("Eva"))
                .findFirst()
                .orElseThrow();
    }

    private EventId event() {
        return console.store()
                .transactions()
                .read(() -> console.store().events().id(BigEvent.SLUG))
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> box(String selector) {
        return window.find(ComboBox.class, selector);
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> table(String selector) {
        return window.find(TableView.class, selector);
    }

    /** Row by row, as one reads them. */
    private List<String> cells(String selector) throws Exception {
        return DrawingThread.drawn(
                () -> {
                    TableView<Object> table = table(selector);
                    return table.getItems().stream()
                            .map(item -> row(table.getColumns().stream(), item))
                            .toList();
                });
    }

    private static String row(Stream<TableColumn<Object, ?>> columns, Object item) {
        StringBuilder text = new StringBuilder();
        columns.forEach(
                column ->
                        Optional.ofNullable(column.getCellObservableValue(item))
                                .ifPresent(cell -> text.append(cell.getValue()).append(" | ")));
        return text.toString();
    }
}
