package org.eventops.console.feature.sync;

import java.io.File;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.eventops.console.shell.Language;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Changes to a file and from one, with a line that says what came of it. */
final class FilesCard {
    private static final String PROPOSED = "eventops-changes.eventops";

    private final Language language;
    private final VBox card = new VBox();

    FilesCard(Language language, FilesViewModel model) {
        this.language = language;
        Label title = new Label();
        title.textProperty().bind(language.of("sync.files.title"));
        title.getStyleClass().add("card-title");
        Label line = new Label();
        line.textProperty().bind(language.of("sync.files.line"));
        line.setWrapText(true);
        line.getStyleClass().add("muted");
        HBox ways =
                new HBox(
                        button("sync.files.give", Material2MZ.SAVE_ALT, chosen -> give(model)),
                        button("sync.files.take", Material2AL.FOLDER_OPEN, chosen -> take(model)));
        ways.getStyleClass().add("actions");
        ways.disableProperty().bind(model.busyProperty());
        card.getStyleClass().addAll("card", "sync-files");
        card.getChildren().addAll(title, line, ways, outcome(model));
    }

    Node node() {
        return card;
    }

    private Button button(String key, Ikon icon, Consumer<Button> action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.textProperty().bind(language.of(key));
        button.setMnemonicParsing(true);
        button.setGraphic(new FontIcon(icon));
        button.setOnAction(event -> action.accept(button));
        return button;
    }

    private static Label outcome(FilesViewModel model) {
        Label outcome = new Label();
        outcome.setId("sync-files-outcome");
        outcome.setWrapText(true);
        outcome.textProperty().bind(model.outcomeProperty());
        outcome.visibleProperty().bind(Bindings.isNotEmpty(model.outcomeProperty()));
        outcome.managedProperty().bind(outcome.visibleProperty());
        return outcome;
    }

    private void give(FilesViewModel model) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(PROPOSED);
        File chosen = chooser.showSaveDialog(window());
        if (chosen != null) {
            model.give(chosen.toPath());
        }
    }

    private void take(FilesViewModel model) {
        File chosen = new FileChooser().showOpenDialog(window());
        if (chosen != null) {
            model.take(chosen.toPath());
        }
    }

    private Window window() {
        return card.getScene().getWindow();
    }
}
