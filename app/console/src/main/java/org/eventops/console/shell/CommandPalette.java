package org.eventops.console.shell;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes anywhere and does anything by typing a part of its name (Ctrl+K). */
final class CommandPalette {
    private final Supplier<List<Command>> commands;
    private final TextField field = new TextField();
    private final ListView<Command> hits = new ListView<>();
    private final VBox box = new VBox(field, hits);
    private final StackPane veil = new StackPane(box);
    private @Nullable Node cameFrom;

    CommandPalette(Supplier<List<Command>> commands, Language language) {
        this.commands = commands;
        field.promptTextProperty().bind(language.of("app.palette.prompt"));
        field.accessibleTextProperty().bind(language.of("app.palette.prompt"));
        field.textProperty().addListener((property, before, now) -> filter(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        hits.setCellFactory(list -> new Cell());
        hits.setFocusTraversable(false);
        hits.setOnMouseClicked(event -> run());
        hits.getStyleClass().add("palette-hits");
        box.getStyleClass().add("palette");
        box.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        veil.getStyleClass().add("veil");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        veil.setVisible(false);
        veil.setOnMousePressed(event -> close());
    }

    Node node() {
        return veil;
    }

    void open() {
        cameFrom = veil.getScene() == null ? null : veil.getScene().getFocusOwner();
        field.clear();
        filter("");
        veil.setVisible(true);
        field.requestFocus();
    }

    private void close() {
        veil.setVisible(false);
        if (cameFrom != null) {
            cameFrom.requestFocus();
        }
    }

    private void filter(String typed) {
        String wanted = folded(typed);
        hits.setItems(
                FXCollections.observableArrayList(
                        commands.get().stream()
                                .filter(command -> folded(command.name()).contains(wanted))
                                .toList()));
        hits.getSelectionModel().selectFirst();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN) {
            hits.getSelectionModel().selectNext();
        } else if (code == KeyCode.UP) {
            hits.getSelectionModel().selectPrevious();
        } else if (code == KeyCode.ENTER) {
            run();
        } else if (code == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private void run() {
        Command chosen = hits.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            chosen.action().run();
        }
    }

    private static final class Cell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(command == null ? null : command.name());
            setGraphic(command == null ? null : new FontIcon(command.icon()));
        }
    }
}
