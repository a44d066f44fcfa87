package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.eventops.console.ConsoleApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.tour.SyncPictures;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.WindowWiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket that entered twice alarms every door of its list, and no other. */
class DuplicateAtTheDoorTest {
    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                       "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                       "ends": "2026-11-20T23:00:00-05:00", "status": "in_progress"},
             "products": [{"key": "general", "name": "General", "price": "0.00"}],
             "lists": [{"name": "Main", "products": ["*"]}],
             "orders": [{"code": "O1", "status": "paid", "tickets": [
                {"code": "a-code", "product": "general", "attendee": {"name": "Ana"}}]}]}
            """;

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenConsole console;

    @SuppressWarnings("NullAway.Init")
    private SyncPictures sync;

    @SuppressWarnings("NullAway.Init")
    private ConsoleApp app;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        DrawingThread.start();
        console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        Path file = Files.writeString(folder.resolve("event.json"), EVENT);
        console.importer()
                .run(new ImportRequest(file, null, null, false, false, null), Progress.NONE);
        sync = new SyncPictures(WindowWiring.of(console, folder, Clock.systemUTC(), Runnable::run));
        DrawingThread.drawn(
                () -> {
                    app =
                            new ConsoleApp(
                                    sync.services(),
                                    Locale.ENGLISH,
                                    faults -> new BackgroundTaskRunner(Platform::runLater, faults));
                    scene = app.scene(1280, 800);
                    app.events().load();
                    return true;
                });
        idle();
        DrawingThread.drawn(
                () -> {
                    app.current().choose(gala());
                    app.screens().open("app.screen.door");
                    return true;
                });
        idle();
    }

    @AfterEach
    void close() throws Exception {
        DrawingThread.drawn(
                () -> {
                    app.close();
                    return true;
                });
        console.close();
    }

    private EventRow gala() {
        return app.events().rows().getFirst();
    }

    private void idle() throws Exception {
        DrawingThread.idle(app);
    }

    private void enteredTwiceAt(String list) throws Exception {
        DrawingThread.drawn(
                () -> {
                    sync.conflicts(gala(), () -> Optional.of(list));
                    return true;
                });
        idle();
    }

    private Node bar() {
        return Objects.requireNonNull(scene.lookup("#door-duplicate"));
    }

    private boolean alarmed() throws Exception {
        return DrawingThread.drawn(() -> bar().isVisible() && bar().isManaged());
    }

    private String text(String id) throws Exception {
        return DrawingThread.drawn(
                () -> {
                    // what scrolls is found once it has been laid out
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return ((Labeled) Objects.requireNonNull(scene.lookup(id))).getText();
                });
    }

    private void press(String id) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ((Button) Objects.requireNonNull(scene.lookup(id))).fire();
                    return true;
                });
        idle();
    }

    @Test
    void appearsByItselfWithWhoWhereAndWhen() throws Exception {
        assertThat(alarmed()).isFalse();
        enteredTwiceAt("Main");
        assertThat(alarmed()).isTrue();
        assertThat(text("#duplicate-head")).isEqualTo("Entered twice: Valentina Ríos Cárdenas");
        assertThat(text("#duplicate-entries"))
                .containsPattern(
                        "\\d\\d:\\d\\d gate Norte \\(Puerta B\\) .* \\d\\d:\\d\\d gate Sur");
    }

    @Test
    void leavesTheDoorsOfOtherListsInPeace() throws Exception {
        enteredTwiceAt("Backstage");
        assertThat(alarmed()).isFalse();
    }

    @Test
    void goesWhenSomebodySaysThatBothEntered() throws Exception {
        enteredTwiceAt("Main");
        press("#duplicate-both");
        assertThat(alarmed()).isFalse();
    }

    @Test
    void showsItAmongTheConflicts() throws Exception {
        enteredTwiceAt("Main");
        press("#duplicate-show");
        assertThat(text("#conflict-count")).isEqualTo("4 open");
    }
}
