package org.eventops.console.feature.sync;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.domain.sync.HubConsole;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** One console: who it is, how it stands, and the way out of the organisation. */
final class ConsoleRow {
    private final Language language;
    private final ConsoleWords words;
    private final ConsolesViewModel model;
    private final HubConsole console;

    ConsoleRow(Language language, ConsoleWords words, ConsolesViewModel model, HubConsole console) {
        this.language = language;
        this.words = words;
        this.model = model;
        this.console = console;
    }

    Node node() {
        VBox row = new VBox(line());
        row.setId("console-" + console.id());
        row.getStyleClass().add("console-row");
        if (isDoubted()) {
            row.getChildren().add(question());
        }
        return row;
    }

    private boolean isDoubted() {
        return model.doubtedProperty()
                .get()
                .filter(each -> each.id().equals(console.id()))
                .isPresent();
    }

    private Node line() {
        Label name = new Label(console.name());
        name.getStyleClass().add("field-name");
        Label state = new Label(language.get("sync.consoles.state." + console.state()));
        state.getStyleClass().addAll("chip", "chip-" + colour());
        state.setMinWidth(Label.USE_PREF_SIZE);
        HBox who = new HBox(name, state);
        who.getStyleClass().add("tools");
        if (console.here()) {
            Label here = new Label(language.get("sync.consoles.here"));
            here.getStyleClass().addAll("chip", "chip-quiet");
            here.setMinWidth(Label.USE_PREF_SIZE);
            who.getChildren().add(here);
        }
        VBox said = new VBox(who, about());
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(said);
        line.getStyleClass().add("tools");
        if (!console.here() && console.state() != HubConsole.State.OUT) {
            line.getChildren().add(out());
        }
        return line;
    }

    private String colour() {
        return switch (console.state()) {
            case IN -> "GOOD";
            case INVITED, EXPIRED -> "ADVICE";
            case OUT -> "quiet";
        };
    }

    private Label about() {
        Label about = new Label(words.line(console, model.viewProperty().get().names()));
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        return about;
    }

    private boolean hasCome() {
        return console.state() == HubConsole.State.IN;
    }

    private Button out() {
        Button out =
                button(
                        "take-out-" + console.id(),
                        hasCome() ? "sync.consoles.takeOut" : "sync.consoles.withdraw",
                        hasCome() ? Material2AL.BLOCK : Material2AL.CLOSE);
        out.setAccessibleText(out.getText() + ": " + console.name());
        out.setDisable(model.viewProperty().get().problem().isPresent() || isDoubted());
        out.setOnAction(event -> model.doubt(console));
        return out;
    }

    private Node question() {
        Label what =
                new Label(
                        language.get(
                                hasCome()
                                        ? "sync.consoles.takeOut.what"
                                        : "sync.consoles.withdraw.what",
                                console.name()));
        what.setId("take-out-what");
        what.setWrapText(true);
        Button sure =
                button(
                        "take-out-sure",
                        hasCome() ? "sync.consoles.takeOut.sure" : "sync.consoles.withdraw.sure",
                        Material2AL.BLOCK);
        sure.getStyleClass().add("danger");
        sure.disableProperty().bind(model.takingOutProperty());
        sure.setOnAction(event -> model.takeOut());
        Button stay = new Button(language.get("sync.consoles.takeOut.stay"));
        stay.setId("take-out-stay");
        stay.setCancelButton(true);
        stay.setOnAction(event -> model.leaveIn());
        HBox actions = new HBox(sure, stay);
        actions.getStyleClass().add("actions");
        VBox question = new VBox(what, actions);
        question.getStyleClass().add("console-question");
        return question;
    }

    private Button button(String id, String key, Ikon icon) {
        Button button = new Button(language.get(key));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setGraphic(new FontIcon(icon));
        return button;
    }
}
