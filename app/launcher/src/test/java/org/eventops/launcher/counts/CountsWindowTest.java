package org.eventops.launcher.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.eventops.console.ConsoleApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.WindowWiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live counts in the real window, over a real store into which somebody else scans. */
class CountsWindowTest {
    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                       "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                       "ends": "2026-11-20T23:00:00-05:00", "status": "in_progress"},
             "products": [{"key": "general", "name": "General", "price": "0.00"},
                          {"key": "vip", "name": "VIP", "price": "0.00"}],
             LISTS
             "orders": [{"code": "O1", "status": "paid", "tickets": [
                {"code": "a-code", "product": "general", "attendee": {"name": "Ana"}},
                {"code": "b-code", "product": "vip", "attendee": {"name": "Luz"}},
                {"code": "c-code", "product": "vip", "attendee": {"name": "Eva"}}]}]}
            """;
    private static final String LISTS =
            """
            "lists": [{"name": "Main", "products": ["*"]}, {"name": "VIP", "products": ["vip"]}],
            """;

    @TempDir Path folder;
    private OpenConsole console;

    @SuppressWarnings("NullAway.Init")
    private ConsoleApp app;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        DrawingThread.start();
        console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        DrawingThread.drawn(
                () -> {
                    stage.close();
                    app.close();
                    return true;
                });
        console.close();
    }

    @Test
    void followsTheDoorWithoutATouch() throws Exception {
        show(LISTS);
        awaitText("#counts-expected", "of 3 expected");
        assertThat(text("#counts-entered")).isEqualTo("0");
        ScanId scan = scan("Main", "a-code");
        awaitText("#counts-entered", "1");
        assertThat(text("#counts-inside")).isEqualTo("1");
        assertThat(text("#counts-to-come")).isEqualTo("2");
        assertThat(text("#counts-per-minute")).isEqualTo("0.1");
        scan("Main", "nobody-has-it");
        awaitText("#counts-refused", "1");
        console.checkins().undo(scan, Operator.steward("Luz"), "wrong person");
        awaitText("#counts-entered", "0");
    }

    @Test
    void drawsTheBarOfTheScanAndItsRow() throws Exception {
        show(LISTS);
        scan("Main", "a-code");
        scan("Main", "b-code");
        awaitText("#counts-entered", "2");
        awaitTrue(".entries-chart with two", () -> entries().orElse(0) == 2);
        DrawingThread.drawn(
                () -> {
                    ((ToggleButton) find("#counts-as-table")).fire();
                    return true;
                });
        TableView<?> table = (TableView<?>) find(".counts-middle .table-view");
        assertThat(DrawingThread.drawn(() -> table.isVisible() && table.getItems().size() == 1))
                .isTrue();
    }

    @Test
    void countsOneListAlone() throws Exception {
        show(LISTS);
        scan("Main", "a-code");
        awaitText("#counts-entered", "1");
        DrawingThread.drawn(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<Optional<String>> lists =
                            (ComboBox<Optional<String>>) find("#counts-list");
                    lists.setValue(Optional.of("VIP"));
                    return true;
                });
        awaitText("#counts-expected", "of 2 expected");
        assertThat(text("#counts-entered")).isEqualTo("0");
    }

    @Test
    void saysWhatToDoWhereThereIsNoListAndNoScan() throws Exception {
        show("");
        awaitShown("This event has no check-in lists yet");
    }

    @Test
    void saysThatNobodyWasScannedYetUntilSomebodyIs() throws Exception {
        show(LISTS);
        awaitShown("Nobody has been scanned yet");
        scan("Main", "a-code");
        awaitText("#counts-entered", "1");
        awaitTrue(".entries-chart", () -> entries().isPresent());
    }

    private void show(String lists) throws Exception {
        Path file = Files.writeString(folder.resolve("event.json"), EVENT.replace("LISTS", lists));
        console.importer()
                .run(new ImportRequest(file, null, null, false, false, null), Progress.NONE);
        DrawingThread.drawn(
                () -> {
                    app =
                            new ConsoleApp(
                                    WindowWiring.of(
                                            console, folder, Clock.systemUTC(), Runnable::run),
                                    Locale.ENGLISH,
                                    faults -> new BackgroundTaskRunner(Platform::runLater, faults));
                    stage = new Stage();
                    stage.setScene(app.scene(1280, 800));
                    stage.show();
                    app.events().load();
                    return true;
                });
        idle();
        DrawingThread.drawn(
                () -> {
                    app.current().choose(app.events().rows().getFirst());
                    app.screens().open("app.screen.counts");
                    return true;
                });
        idle();
    }

    /** As another console or command would: past this window. */
    private ScanId scan(String list, String code) {
        EventId event =
                console.store()
                        .transactions()
                        .read(() -> console.store().events().id("gala").orElseThrow());
        Scan scan =
                console.checkins()
                        .checkin(
                                event,
                                list,
                                ScanRequest.entry(code, Instant.now()),
                                Operator.steward("Luz"),
                                "test")
                        .scan();
        return Objects.requireNonNull(scan).id();
    }

    private String text(String selector) throws Exception {
        return DrawingThread.drawn(() -> ((Label) find(selector)).getText());
    }

    private Node find(String selector) {
        Node found = stage.getScene().getRoot().lookup(selector);
        if (found == null) {
            throw new AssertionError("nothing at " + selector);
        }
        return found;
    }

    private void awaitText(String selector, String wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!text(selector).equals(wanted)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(selector + " is " + text(selector) + ", not " + wanted);
            }
            idle();
        }
    }

    private void awaitShown(String title) throws Exception {
        awaitTrue(title, () -> shown(title));
    }

    private void awaitTrue(String what, Callable<Boolean> shown) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!DrawingThread.drawn(shown)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not shown: " + what);
            }
            idle();
        }
    }

    /** The height of the last bar that is seen. */
    private Optional<Integer> entries() {
        Node found = stage.getScene().getRoot().lookup(".entries-chart");
        return found instanceof BarChart<?, ?> chart && chart.isVisible()
                ? Optional.of((Integer) chart.getData().getFirst().getData().getLast().getYValue())
                : Optional.empty();
    }

    private boolean shown(String title) {
        return stage.getScene().getRoot().lookupAll(".empty-title").stream()
                .filter(node -> ((Label) node).getText().equals(title))
                .anyMatch(node -> node.getParent().isVisible());
    }

    private void idle() throws Exception {
        DrawingThread.idle(app);
    }
}
