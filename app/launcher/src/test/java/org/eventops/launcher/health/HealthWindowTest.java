package org.eventops.launcher.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.eventops.console.ConsoleApp;
import org.eventops.console.feature.health.HealthScreen;
import org.eventops.console.feature.health.HealthViewModel;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.console.shell.HealthFeed;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Notices;
import org.eventops.console.shell.Permits;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.Screens;
import org.eventops.console.shell.StatusViewModel;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.WindowWiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health of a real store in the real window. */
class HealthWindowTest {
    @TempDir Path folder;
    private OpenConsole console;

    @SuppressWarnings("NullAway.Init")
    private ConsoleApp app;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        DrawingThread.start();
        console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
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

    private ConsoleServices services() {
        return WindowWiring.of(console, folder.resolve("store"), Clock.systemUTC(), Runnable::run);
    }

    private void show() throws Exception {
        DrawingThread.drawn(
                () -> {
                    app =
                            new ConsoleApp(
                                    services(),
                                    Locale.ENGLISH,
                                    faults -> new BackgroundTaskRunner(Platform::runLater, faults));
                    scene = app.scene(1200, 900);
                    return true;
                });
        idle();
    }

    private void idle() throws Exception {
        DrawingThread.idle(app);
    }

    private Node find(String selector) {
        return scene.getRoot().lookup(selector);
    }

    private String text(String selector) throws Exception {
        return DrawingThread.drawn(
                () -> {
                    scene.getRoot().applyCss();
                    return find(selector) instanceof Label label ? label.getText() : "";
                });
    }

    private Button alert() throws Exception {
        return DrawingThread.drawn(() -> (Button) find("#status-health"));
    }

    private void page() throws Exception {
        DrawingThread.drawn(
                () -> {
                    app.screens().open(HealthScreen.KEY);
                    return true;
                });
        idle();
    }

    @Test
    void isCalmWhileAllIsWell() throws Exception {
        show();
        page();
        assertThat(text("#health-head")).isEqualTo("All is well. There is nothing to do.");
        assertThat(text("#health-JOURNAL")).isEqualTo("whole");
        assertThat(text("#health-LOG")).isEqualTo("no error in the last day");
        assertThat(alert().isVisible()).isFalse();
    }

    @Test
    void anAlertInTheStatusBarLeadsToWhatToDo() throws Exception {
        Meter meter = console.store().meter();
        for (int i = 0; i < 4; i++) {
            meter.failed(Operation.PRINT, meter.begin(), FailureKind.ENVIRONMENT);
        }
        show();
        assertThat(alert().isVisible()).isTrue();
        assertThat(alert().getText()).isEqualTo("One alert");
        DrawingThread.drawn(
                () -> {
                    ((Button) find("#status-health")).fire();
                    return true;
                });
        idle();
        assertThat(app.screens().shownProperty().get().orElseThrow().titleKey())
                .isEqualTo(HealthScreen.KEY);
        assertThat(text(".health-what")).isEqualTo("Printing: none of the last 4 tries succeeded");
        assertThat(text(".health-remedy")).contains("printer", "paper");
    }

    @Test
    void realWorkIsCountedAndARefusalIsNoFailure() throws Exception {
        show();
        page();
        var report = app.health().reportProperty().get().orElseThrow();
        assertThat(report.operations())
                .anySatisfy(
                        each -> {
                            assertThat(each.operation()).isEqualTo(Operation.STORE_READ);
                            assertThat(each.calls()).isPositive();
                            assertThat(each.errors()).isZero();
                        });
    }

    @Test
    void asksNothingOnceTheWindowIsClosed() throws Exception {
        show();
        var report = app.health().reportProperty().get();
        DrawingThread.drawn(
                () -> {
                    app.close();
                    app.health().look();
                    app.health().glance();
                    return true;
                });
        assertThat(app.health().reportProperty().get()).isEqualTo(report);
    }

    @Test
    void isNotForThoseWhoDoNotSetUpTheConsole() throws Exception {
        console.store().access().take(new Worker("Eva", Set.of(Role.DOOR_STEWARD), Map.of()));
        show();
        assertThat(app.screens().all()).noneMatch(each -> each.titleKey().equals(HealthScreen.KEY));
        assertThat(alert().isVisible()).isFalse();
        console.store().access().take(Worker.OWNER);
    }

    private record Told(CountDownLatch told) implements Notices {
        @Override
        public void tell(String sentence) {
            told.countDown();
        }

        @Override
        public void tellWith(String sentence, String action, Runnable then) {
            tell(sentence);
        }

        @Override
        public void tellWithUndo(String sentence, Runnable undo) {
            tell(sentence);
        }
    }

    @Test
    void theSupportArchiveIsWrittenWhole() throws Exception {
        show();
        Path file = folder.resolve("support.zip");
        CountDownLatch told = new CountDownLatch(1);
        Notices notices = new Told(told);
        DrawingThread.drawn(
                () -> {
                    ScreenContext context =
                            new ScreenContext(
                                    app.tasks(),
                                    new StatusViewModel(),
                                    new Language(Locale.ENGLISH),
                                    new CurrentEvent(),
                                    notices,
                                    new Screens(),
                                    new Permits(new Access(), new CurrentEvent()));
                    var health = services().health();
                    HealthFeed feed = new HealthFeed(health.health(), app.tasks(), true);
                    new HealthViewModel(context, feed, health.archive()).archive(file);
                    return true;
                });
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("health.json")).isNotNull();
        }
        assertThat(file.resolveSibling("support.zip.part")).doesNotExist();
    }
}
