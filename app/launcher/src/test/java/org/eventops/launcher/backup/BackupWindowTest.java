package org.eventops.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import org.eventops.console.feature.settings.SettingsScreen;
import org.eventops.domain.access.Role;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.RealWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backing up, a second place and the way back, in the real window over a real store. */
class BackupWindowTest {
    @TempDir Path folder;
    private Path store;
    private OpenConsole console;
    private RealWindow window;

    @BeforeEach
    void open() throws Exception {
        store = folder.resolve("store of Ana");
        console = OpenConsole.open(store, Clock.systemUTC());
        console.people().add("Ana", Role.ADMINISTRATOR, null);
        window = RealWindow.over(console, store);
        window.open(SettingsScreen.KEY);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        console.close();
    }

    private void backUpAlsoTo(Path place) throws Exception {
        DrawingThread.drawn(
                () -> {
                    window.screen(SettingsScreen.class).backUpAlsoTo(place);
                    return true;
                });
        window.idle();
    }

    private void backUp() throws Exception {
        window.press("#backup-now");
        window.idle();
    }

    private static List<Path> backups(Path place) throws Exception {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }

    private String command() throws Exception {
        return DrawingThread.drawn(() -> window.find(TextArea.class, "#restore-command").getText());
    }

    @Test
    void theFirstBackupIsTakenTriedAndSaid() throws Exception {
        assertThat(window.text("#backup-last")).startsWith("There is none yet.");
        assertThat(window.isShown("#restore")).isFalse();
        backUp();
        assertThat(window.text("#backup-last"))
                .startsWith("Last one that was taken and restored for trial:")
                .contains(store.resolve("backups").toString());
        assertThat(window.text("#backup-news")).startsWith("Full backup taken");
        assertThat(window.text("#backup-list")).contains("all").contains("restored for trial");
        assertThat(window.isShown("#backup-stop")).isFalse();
        console.people().add("Eva", Role.TEAM_MEMBER, null);
        backUp();
        assertThat(window.text("#backup-list").lines()).hasSize(2);
        assertThat(window.text("#backup-list")).contains("what was new");
    }

    @Test
    void aSecondPlaceIsFilledAndOneThatIsAwayIsSaid() throws Exception {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        backUpAlsoTo(stick);
        assertThat(window.text("#backup-second")).isEqualTo("Copies go to " + stick + " as well.");
        backUp();
        assertThat(window.text("#backup-news")).endsWith("A copy is at the second place.");
        assertThat(backups(stick)).hasSize(1);
        backUpAlsoTo(folder.resolve("pulled out"));
        assertThat(window.text("#backup-second")).contains("that is not there now");
        backUp();
        assertThat(window.text("#backup-news")).contains("The second place is not there now");
        window.press("#backup-none");
        assertThat(window.text("#backup-second")).startsWith("If this computer is lost");
        assertThat(window.isShown("#backup-none")).isFalse();
    }

    @Test
    void aPlaceThatMayNotBeWrittenToFailsWithoutHarm() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        backUp();
        String name = backups(store.resolve("backups")).getFirst().getFileName().toString();
        // A folder where the copy is to be: nobody can write a file there, not even root.
        Files.createDirectories(broken.resolve(name).resolve("in the way"));
        backUpAlsoTo(broken);
        backUp();
        assertThat(window.text("#backup-news")).contains("did not reach the second place");
        assertThat(console.backups().state().own()).hasSize(2);
    }

    @Test
    void theNewestIsOfferedUntilAnotherIsChosen() throws Exception {
        backUp();
        String first = command();
        backUp();
        assertThat(command()).contains("incremental");
        DrawingThread.drawn(
                () -> {
                    which().getSelectionModel().select(1);
                    return true;
                });
        assertThat(command()).isEqualTo(first);
        backUp();
        assertThat(command()).isEqualTo(first);
        assertThat(DrawingThread.drawn(() -> which().getSelectionModel().getSelectedIndex()))
                .as("what the box shows is what the command says")
                .isEqualTo(2);
    }

    private ComboBox<?> which() {
        return window.find(ComboBox.class, "#restore-which");
    }

    @Test
    void theWayBackIsACommandForABackupOrAMoment() throws Exception {
        backUp();
        Path taken = backups(store.resolve("backups")).getFirst();
        String whole = "eventops --data \"" + store + "\" restore \"" + taken + "\"";
        assertThat(command()).isEqualTo(whole);
        window.type("#restore-moment", "tomorrow");
        assertThat(window.text("#restore-problem")).startsWith("Type day and time");
        assertThat(command()).isEmpty();
        window.type("#restore-moment", "2001-01-01 10:00");
        assertThat(window.text("#restore-problem")).startsWith("That moment is in none");
        LocalDateTime until =
                LocalDateTime.ofInstant(
                        console.backups().state().own().getFirst().facts().span().until(),
                        Clock.systemUTC().getZone());
        window.type("#restore-moment", until.toString().replace('T', ' '));
        assertThat(window.isShown("#restore-problem")).isFalse();
        assertThat(command()).isEqualTo(whole + " --at " + until);
        DrawingThread.drawn(
                () -> {
                    assertThat(window.find(Button.class, "#restore-copy").isDisabled()).isFalse();
                    return true;
                });
        window.press("#restore-copy");
        assertThat(window.isShown("#restore-copied")).isTrue();
    }
}
