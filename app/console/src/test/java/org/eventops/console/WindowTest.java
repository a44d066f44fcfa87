package org.eventops.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.eventops.console.platform.Faults;
import org.eventops.console.platform.ImmediateTaskRunner;
import org.eventops.console.shell.Appearance;
import org.eventops.console.shell.Screen;
import org.eventops.console.tour.ScreenTour;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final EventRow GALA = FakeServices.event("Gala", EventStatus.ON_SALE, "Cali");

    private final List<Throwable> faults = new ArrayList<>();

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FutureTask<Boolean> started = new FutureTask<>(() -> true);
        try {
            Platform.startup(started);
        } catch (IllegalStateException running) {
            Platform.runLater(started);
        }
        started.get(30, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
    }

    private static <T> T drawn(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    private ConsoleApp app(String language) {
        return new ConsoleApp(
                FakeServices.of(GALA),
                Locale.of(language),
                status -> new ImmediateTaskRunner(new Collected(faults)));
    }

    private record Collected(List<Throwable> faults) implements Faults {
        @Override
        public void failed(Throwable failure) {
            faults.add(failure);
        }

        @Override
        public void storeAnswered() {
            // as it should
        }
    }

    private static List<String> everyWord(ConsoleApp app, String switchTo) {
        var scene = app.scene(1280, 800);
        app.events().load();
        app.current().choose(GALA);
        List<String> words = new ArrayList<>();
        for (Screen screen : app.screens().all()) {
            app.screens().open(screen.titleKey());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        app.preferences().chooseLanguage(Locale.of(switchTo));
        for (Screen screen : app.screens().all()) {
            app.screens().open(screen.titleKey());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            collect(scene.getRoot(), words);
        }
        return words;
    }

    private static void collect(Node node, List<String> words) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            words.add(labeled.getText());
        }
        if (node instanceof TextInputControl input) {
            words.add(input.getPromptText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    @Test
    void aLanguageSwitchedLiveLeavesNoWordBehind() throws Exception {
        List<String> switched = drawn(() -> everyWord(app("es"), "en"));
        List<String> fresh = drawn(() -> everyWord(app("en"), "en"));
        assertThat(fresh).hasSizeGreaterThan(40).contains("Import", "Settings");
        assertThat(switched).containsExactlyInAnyOrderElementsOf(fresh);
        assertThat(faults).isEmpty();
    }

    @Test
    void theTourDrawsEveryScreenInTheDark() throws Exception {
        List<String> names = new ArrayList<>();
        List<byte[]> pictures = new ArrayList<>();
        drawn(
                () -> {
                    ConsoleApp app = app("es");
                    app.preferences().appearance().themeProperty().set(Appearance.Theme.DARK);
                    new ScreenTour(app, 1000, 700)
                            .run(
                                    (name, png) -> {
                                        names.add(name);
                                        pictures.add(png);
                                    },
                                    () -> names.add("done"));
                    return app;
                });
        assertThat(names).contains("01-events", "02-event-attendees").endsWith("done");
        assertThat(pictures)
                .allSatisfy(
                        png ->
                                assertThat(png)
                                        .hasSizeGreaterThan(5_000)
                                        .startsWith(0x89, 'P', 'N', 'G'));
        assertThat(faults).isEmpty();
    }
}
