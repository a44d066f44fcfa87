package org.eventops.console.feature.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.eventops.console.ConsoleApp;
import org.eventops.console.FakeServices;
import org.eventops.console.platform.Faults;
import org.eventops.console.platform.ImmediateTaskRunner;
import org.eventops.console.tour.SyncPictures;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of sync and the status bar as people see them, in every state. */
class SyncWindowTest implements Faults {
    private static final EventRow GALA =
            FakeServices.event("Gala", EventStatus.IN_PROGRESS, "Cali");

    private final List<Throwable> faults = new ArrayList<>();
    private final SyncPictures sync = new SyncPictures(FakeServices.of(GALA));

    @SuppressWarnings("NullAway.Init")
    private ConsoleApp app;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

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

    @BeforeEach
    void open() throws Exception {
        drawn(
                () -> {
                    app =
                            new ConsoleApp(
                                    sync.services(),
                                    Locale.ENGLISH,
                                    status -> new ImmediateTaskRunner(this));
                    scene = app.scene(1280, 800);
                    app.current().choose(GALA);
                    app.screens().open(SyncScreen.KEY);
                    return true;
                });
    }

    @AfterEach
    void nothingFailed() throws Exception {
        drawn(
                () -> {
                    app.close();
                    return true;
                });
        assertThat(faults).isEmpty();
    }

    @Override
    public void failed(Throwable failure) {
        faults.add(failure);
    }

    @Override
    public void storeAnswered() {
        // as it should
    }

    private static <T> T drawn(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    private void when(Runnable happens) throws Exception {
        drawn(
                () -> {
                    happens.run();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return true;
                });
    }

    private void press(String id) throws Exception {
        when(() -> ((Button) find(id)).fire());
    }

    private Node find(String id) {
        return Objects.requireNonNull(scene.lookup(id), id);
    }

    private String text(String id) throws Exception {
        return drawn(() -> ((Labeled) find(id)).getText());
    }

    private List<String> words() throws Exception {
        return drawn(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    List<String> words = new ArrayList<>();
                    collect(scene.getRoot(), words);
                    return words;
                });
    }

    private static void collect(Node node, List<String> words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            words.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private void showConflicts() throws Exception {
        when(() -> sync.conflicts(GALA, () -> Optional.of("Main")));
    }

    @Test
    void aConsoleOfItsOwnIsToldHowToConnect() throws Exception {
        assertThat(text("#status-sync")).isEqualTo("No hub: everything stays on this computer");
        assertThat(words()).contains("Connect this console with the others");
        press("#connect-go");
        assertThat(text("#connect-problem")).startsWith("The enrolment is missing");
    }

    @Test
    void saysWhatWaitsSinceWhenAndWhatToDo() throws Exception {
        when(sync::unreachable);
        assertThat(text("#status-sync")).contains("Offline since", "214 changes waiting");
        assertThat(text("#sync-head")).isEqualTo("No connection to the hub");
        assertThat(text("#sync-why")).contains("sign-in page of the Wi-Fi");
        assertThat(text("#sync-do")).startsWith("Open a browser");
        assertThat(text("#sync-fact-waiting")).contains("214 changes", "30 min ago");
        assertThat(drawn(() -> find("#sync-now").isVisible())).isTrue();
        assertThat(words()).doesNotContain("Connect this console with the others");
    }

    @Test
    void aConsoleThatItsHubKnowsNoMoreCanBeConnectedAgain() throws Exception {
        when(sync::refused);
        assertThat(text("#sync-do")).contains("new enrolment");
        assertThat(drawn(() -> find("#connect-go").isVisible())).isTrue();
        assertThat(words()).contains("Connect this console with the others");
    }

    @Test
    void saysWhenTheDoorCanOpenDuringAFirstLoad() throws Exception {
        when(() -> sync.loading(false));
        assertThat(text("#sync-meaning")).contains("Wait before you open");
        when(() -> sync.loading(true));
        assertThat(text("#sync-head")).isEqualTo("Ready for the door");
        assertThat(text("#status-sync")).isEqualTo("Ready for the door, loading 64 %");
    }

    @Test
    void aLockedConsoleSaysWhatIsKeptAndWhoCanHelp() throws Exception {
        when(sync::locked);
        assertThat(text("#status-sync")).isEqualTo("Console is locked · 3 changes waiting");
        assertThat(text("#sync-why")).startsWith("3 changes").contains("sealed");
        assertThat(text("#sync-do")).contains("administrator", "here");
        assertThat(drawn(() -> find("#sync-now").isVisible())).isFalse();
    }

    @Test
    void aConsoleThatWasAwayForTooLongIsCoveredUntilTheHubAnswers() throws Exception {
        when(sync::away);
        assertThat(text("#status-sync"))
                .isEqualTo("Too long without the hub: locked · 12 changes waiting");
        assertThat(drawn(() -> find("#taken-out").isVisible())).isTrue();
        assertThat(text("#sync-why")).startsWith("12 changes");
        press("#locked-again");
        when(sync::upToDate);
        assertThat(drawn(() -> scene.lookup("#taken-out"))).isNull();
    }

    @Test
    void showsBothSidesOfEachConflictInWords() throws Exception {
        showConflicts();
        assertThat(text("#conflict-count")).isEqualTo("4 open");
        assertThat(words())
                .contains(
                        "Entered twice: Valentina Ríos Cárdenas",
                        "Product “General”: price",
                        "120,000.00\u00a0COP",
                        "135,000.00\u00a0COP",
                        "Gate “Norte”: deleted while another console used it",
                        "name: Norte, por la 26",
                        "The hub did not accept a change",
                        "The role of that console does not allow this change.",
                        "Add: Gate name: Parqueadero")
                .allSatisfy(each -> assertThat(each).doesNotContain("{\""));
    }

    @Test
    void oneClickTakesASideAndAnotherUndoesIt() throws Exception {
        showConflicts();
        press("#take-both");
        assertThat(text("#conflict-count")).isEqualTo("3 open");
        assertThat(words()).anyMatch(each -> each.startsWith("ana settled it on"));
        press("#conflict-undo");
        assertThat(text("#conflict-count")).isEqualTo("4 open");
    }

    @Test
    void onlyAnAdministratorsConsoleSeesTheOthers() throws Exception {
        when(sync::upToDate);
        assertThat(drawn(() -> find("#consoles").isVisible())).isFalse();
        when(() -> sync.administrator(Optional.of(GALA)));
        assertThat(drawn(() -> find("#consoles").isVisible())).isTrue();
        assertThat(text("#consoles-count")).isEqualTo("3 in");
        assertThat(words())
                .contains("Puerta B", "Taquilla", "this console")
                .anyMatch(each -> each.startsWith("door · Gala · came in on"))
                .anyMatch(each -> each.startsWith("box office · all events · its enrolment"))
                .doesNotContain("Taquilla vieja");
        when(() -> ((CheckBox) find("#consoles-out-too")).fire());
        assertThat(words()).contains("Taquilla vieja");
    }

    @Test
    void aConsoleIsLetInFromTheWindow() throws Exception {
        when(() -> sync.administrator(Optional.of(GALA)));
        press("#consoles-let-in");
        when(() -> ((TextField) find("#let-in-name")).setText("Puerta A"));
        press("#let-in-make");
        assertThat(text("#let-in-problem")).startsWith("There is a console “Puerta A” already.");
        when(() -> ((TextField) find("#let-in-name")).setText("Puerta D"));
        press("#let-in-make");
        assertThat(text("#handed-title")).isEqualTo("Enrolment of “Puerta D”");
        assertThat(text("#handed-passphrase")).matches("\\d{4}(\\s\\d{4}){5}");
        assertThat(text("#handed-left")).contains("15:00");
        assertThat(drawn(() -> find("#let-in").isVisible())).isFalse();
        assertThat(words()).contains("Puerta D", "awaited");
        when(() -> sync.consoles().come());
        press("#consoles-again");
        assertThat(drawn(() -> find("#handed").isVisible())).isFalse();
        assertThat(text("#consoles-count")).isEqualTo("4 in");
    }

    @Test
    void aConsoleIsTakenOutOnlyAfterTheQuestion() throws Exception {
        when(() -> sync.administrator(Optional.of(GALA)));
        String door = "#take-out-" + new java.util.UUID(3, 3);
        press(door);
        assertThat(text("#take-out-what")).startsWith("“Puerta B” locks as soon as");
        press("#take-out-stay");
        assertThat(text("#consoles-count")).isEqualTo("3 in");
        press(door);
        press("#take-out-sure");
        assertThat(text("#consoles-outcome")).isEqualTo("“Puerta B” is out of the organisation.");
        assertThat(text("#consoles-count")).isEqualTo("2 in");
        assertThat(words()).doesNotContain("Puerta B");
    }

    @Test
    void saysWhyNobodyCanBeLetInWithoutTheHub() throws Exception {
        when(() -> sync.administrator(Optional.of(GALA)));
        when(sync::administratorAway);
        assertThat(text("#consoles-problem"))
                .startsWith("Consoles are let in and taken out at the hub. The hub does not answer")
                .endsWith("refresh the list.");
        assertThat(drawn(() -> find("#consoles-let-in").isDisabled())).isTrue();
        assertThat(words()).as("as last known").contains("Puerta A");
    }
}
