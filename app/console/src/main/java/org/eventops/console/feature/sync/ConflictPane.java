package org.eventops.console.feature.sync;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.ConflictCase;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** One conflict: what happened, both sides, a button under each. */
final class ConflictPane extends VBox {
    private static final double HALF = 50;

    private final Language language;
    private final ConflictTexts texts;
    private final ConflictsViewModel model;
    private final ConflictCase about;

    ConflictPane(
            Language language, ConflictTexts texts, ConflictsViewModel model, ConflictCase about) {
        this.language = language;
        this.texts = texts;
        this.model = model;
        this.about = about;
        setId("conflict-" + about.conflict().id());
        getStyleClass().addAll("conflict", about.isOpen() ? "conflict-open" : "conflict-settled");
        getChildren().addAll(head(), said(texts.meaning(about), "conflict-meaning"), sides());
        texts.settled(about).ifPresent(how -> getChildren().add(settled(how)));
    }

    private Node head() {
        Label title = said(texts.title(about), "conflict-title");
        title.setGraphic(new FontIcon(symbol()));
        Label place = said(texts.place(about), "muted");
        VBox words = new VBox(title, place);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words);
        head.getStyleClass().add("tools");
        if (about.isOpen()) {
            button(Choice.BOTH).ifPresent(head.getChildren()::add);
        }
        return head;
    }

    private Ikon symbol() {
        if (!about.isOpen()) {
            return Material2AL.CHECK_CIRCLE;
        }
        return switch (about.conflict().kind()) {
            case FIELD, SLUG -> Material2AL.COMPARE_ARROWS;
            case DUPLICATE_ENTRY -> Material2MZ.WARNING;
            case OVERSOLD -> Material2MZ.SHOPPING_CART;
            case DELETED -> Material2AL.DELETE;
            case HOLD -> Material2AL.EVENT_BUSY;
            case REJECTED -> Material2AL.BLOCK;
        };
    }

    private static Label said(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    /** In the order in which they happened where that is known: the earlier entry comes first. */
    private Node sides() {
        GridPane sides = new GridPane();
        sides.getStyleClass().add("conflict-sides");
        sides.addRow(0, side(Choice.WINNER), side(Choice.LOSER));
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(HALF);
            sides.getColumnConstraints().add(half);
        }
        return sides;
    }

    private Node side(Choice choice) {
        VBox side = new VBox(said(texts.who(about, choice), "conflict-who"));
        texts.lines(about, choice)
                .forEach(line -> side.getChildren().add(said(line, "conflict-value")));
        if (texts.standing(about).filter(choice::equals).isPresent()) {
            Label stands = said(language.get("sync.side.stands"), "chip");
            side.getChildren().add(stands);
        }
        if (about.isOpen()) {
            button(choice).ifPresent(side.getChildren()::add);
        }
        side.getStyleClass().add("conflict-side");
        side.setMaxHeight(Double.MAX_VALUE);
        return side;
    }

    private Optional<Button> button(Choice choice) {
        return texts.take(about, choice)
                .map(
                        word -> {
                            Button button = new Button(word);
                            button.setMinWidth(USE_PREF_SIZE);
                            button.setId("take-" + choice.taken());
                            button.setAccessibleText(word + ": " + texts.who(about, choice));
                            button.setOnAction(event -> model.take(about, choice));
                            return button;
                        });
    }

    private Node settled(String how) {
        Label words = said(how, "conflict-how");
        HBox row = new HBox(words);
        row.getStyleClass().add("tools");
        boolean undoable =
                Choice.LOSER.taken().equals(about.conflict().taken())
                        || Choice.WINNER.taken().equals(about.conflict().taken())
                        || Choice.BOTH.taken().equals(about.conflict().taken());
        if (undoable) {
            Button undo = new Button(language.get("app.undo"));
            undo.setId("conflict-undo");
            undo.setGraphic(new FontIcon(Material2MZ.UNDO));
            undo.setOnAction(event -> model.reopen(about));
            row.getChildren().add(undo);
        }
        return row;
    }
}
