package org.eventops.console.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The latest news over the bottom of the screen; never takes the focus. */
final class Toasts implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Language language;
    private final HBox toast = new HBox();
    private final StackPane place = new StackPane(toast);
    private final PauseTransition leaving = new PauseTransition(SHOWN);

    Toasts(Language language) {
        this.language = language;
        toast.getStyleClass().add("toast");
        toast.setVisible(false);
        toast.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        place.setPickOnBounds(false);
        place.getStyleClass().add("toast-place");
        leaving.setOnFinished(event -> toast.setVisible(false));
    }

    Node node() {
        return place;
    }

    @Override
    public void tell(String sentence) {
        show(sentence);
    }

    @Override
    public void tellWithUndo(String sentence, Runnable undo) {
        tellWith(sentence, language.get("app.undo"), undo);
    }

    @Override
    public void tellWith(String sentence, String action, Runnable then) {
        show(sentence);
        Button button = new Button(action);
        // a scanner's Enter must not press it
        button.setFocusTraversable(false);
        button.getStyleClass().addAll("toast-action");
        button.setOnAction(
                event -> {
                    toast.setVisible(false);
                    then.run();
                });
        toast.getChildren().add(button);
    }

    private void show(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        toast.getChildren().setAll(label);
        toast.setVisible(true);
        leaving.playFromStart();
    }
}
