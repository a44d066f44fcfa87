package org.eventops.console;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.eventops.console.feature.unlock.UnlockPane;
import org.eventops.console.feature.unlock.UnlockViewModel;
import org.eventops.console.platform.Faults;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.shell.Appearance;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.StatusViewModel;
import org.eventops.console.ui.Captions;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.Entry;

/** The window before the store is open: it asks for a password and shows nothing of the data. */
public final class UnlockApp {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Language language;
    private final TaskRunner tasks;
    private final UnlockPane pane;
    private final StackPane root;

    /**
     * @param computer why this computer, which was to, did not open the store by itself
     * @param runner makes the window's task runner, given where its failures go
     * @param entered is run on the drawing thread once somebody was let in
     */
    public UnlockApp(
            Entry entry,
            Locale locale,
            Clock clock,
            Optional<ComputerOutcome.Problem> computer,
            Function<Faults, TaskRunner> runner,
            Runnable entered) {
        this.language = new Language(locale);
        StatusViewModel status = new StatusViewModel();
        this.tasks = runner.apply(status);
        this.pane =
                new UnlockPane(
                        language,
                        new UnlockViewModel(
                                tasks,
                                entry,
                                name -> {
                                    tasks.close();
                                    entered.run();
                                }),
                        clock);
        var bug = Captions.plain("unlock-bug", "field-error");
        status.unexpectedProperty()
                .addListener(
                        (property, before, what) ->
                                bug.setText(what.map(each -> each.sentence(language)).orElse("")));
        pane.getChildren().add(bug);
        computer.ifPresent(this::tell);
        this.root = new StackPane(pane);
        root.getStyleClass().add("shell");
    }

    private void tell(ComputerOutcome.Problem why) {
        Label told = Captions.of(language, "people.computer." + why, "muted");
        told.setId("unlock-computer");
        pane.getChildren().add(told);
    }

    /** Without a stage, for tests and pictures. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root, width, height);
        new Appearance().dress(scene);
        pane.enter("");
        return scene;
    }

    public void show(Stage stage) {
        stage.titleProperty().bind(language.of("app.name"));
        ConsoleApp.dress(stage);
        stage.setScene(scene(WIDTH, HEIGHT));
        stage.show();
    }
}
