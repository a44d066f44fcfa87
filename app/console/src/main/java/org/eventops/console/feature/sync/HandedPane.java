package org.eventops.console.feature.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.sync.LetInViewModel.Handed;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.CodePicture;
import org.eventops.console.ui.FileSaving;
import org.eventops.console.ui.Presence;
import org.eventops.domain.sync.Consoles.Enrolment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** What the new console is handed: a code or a file, and the passphrase, against the clock. */
final class HandedPane {
    private static final int WIDEST = 620;
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Language language;
    private final LetInViewModel model;
    private final FileSaving files;
    private final Label title = Captions.plain("handed-title", "card-title");
    private final Label passphrase = Captions.plain("handed-passphrase", "handed-passphrase");
    private final Label left = Captions.plain("handed-left", "handed-left");
    private final Label over = Captions.plain("handed-over", "field-error");
    private final StackPane code = new StackPane();
    private final VBox steps = new VBox();
    private final Button save = new Button();
    private final Button again = new Button();
    private final HBox pane = new HBox();

    HandedPane(Language language, LetInViewModel model, FileSaving files) {
        this.language = language;
        this.model = model;
        this.files = files;
        code.getStyleClass().add("handed-code");
        code.setMinSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        VBox words = new VBox(title, steps(), left, over, actions());
        words.getStyleClass().add("stack");
        HBox.setHgrow(words, Priority.ALWAYS);
        pane.setId("handed");
        pane.getStyleClass().add("handed");
        pane.getChildren().addAll(words, code);
        model.handedProperty().addListener((property, before, now) -> draw(now));
        model.leftProperty().addListener((property, before, now) -> show());
        model.refusalProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    Node node() {
        return pane;
    }

    private Node steps() {
        steps.getChildren()
                .addAll(
                        Captions.of(language, "sync.consoles.handed.code", "handed-step"),
                        Captions.of(language, "sync.consoles.handed.passphrase", "handed-step"),
                        passphrase,
                        Captions.of(language, "sync.consoles.handed.apart", "muted"));
        steps.getStyleClass().add("field");
        return steps;
    }

    private Node actions() {
        save.setId("handed-save");
        save.textProperty().bind(language.of("sync.consoles.handed.save"));
        save.setMnemonicParsing(true);
        save.setGraphic(new FontIcon(Material2MZ.SAVE_ALT));
        save.setOnAction(event -> save());
        again.setId("handed-again");
        again.textProperty().bind(language.of("sync.consoles.handed.again"));
        again.getStyleClass().add("accent");
        again.disableProperty().bind(model.busyProperty());
        again.setOnAction(event -> model.again());
        Button done = new Button();
        done.setId("handed-done");
        done.textProperty().bind(language.of("sync.consoles.handed.done"));
        done.setOnAction(event -> model.close());
        HBox actions = new HBox(save, again, done);
        actions.getStyleClass().add("actions");
        return actions;
    }

    private void save() {
        model.handedProperty()
                .get()
                .map(Handed::enrolment)
                .ifPresent(
                        each ->
                                files.choose(
                                        pane.getScene().getWindow(), proposed(each), model::write));
    }

    /** Half of the groups on each line, as one reads them out. */
    private static String twoLines(String passphrase) {
        List<String> groups = List.of(passphrase.split(" ", -1));
        int half = (groups.size() + 1) / 2;
        return String.join(" ", groups.subList(0, half))
                + "\n"
                + String.join(" ", groups.subList(half, groups.size()));
    }

    private static String proposed(Enrolment enrolment) {
        return "eventops-" + enrolment.console().name().replace(' ', '-') + ".enrolment";
    }

    private void draw(Optional<Handed> now) {
        code.getChildren().clear();
        now.flatMap(Handed::code)
                .ifPresent(
                        each -> {
                            ImageView picture = CodePicture.of(each, WIDEST);
                            picture.setId("handed-picture");
                            code.getChildren().add(picture);
                        });
        show();
    }

    private void show() {
        Optional<Handed> now = model.handedProperty().get();
        Duration rest = model.leftProperty().get();
        boolean good = now.isPresent() && !rest.isZero();
        ConsoleWords words = new ConsoleWords(language.texts(), java.time.ZoneOffset.UTC);
        String name = now.map(each -> each.enrolment().console().name()).orElse("");
        title.setText(language.get("sync.consoles.handed.title", name));
        passphrase.setText(now.map(each -> twoLines(each.enrolment().passphrase())).orElse(""));
        left.setText(language.get("sync.consoles.handed.left", words.left(rest)));
        left.getStyleClass().remove("sync-warned");
        if (rest.compareTo(SOON) < 0) {
            left.getStyleClass().add("sync-warned");
        }
        over.setText(
                model.refusalProperty()
                        .get()
                        .map(words::letIn)
                        .orElseGet(() -> language.get("sync.consoles.handed.over")));
        Presence.set(steps, good);
        Presence.set(left, good);
        Presence.set(save, good);
        Presence.set(code, good && !code.getChildren().isEmpty());
        Presence.set(over, !good);
        Presence.set(again, !good);
    }
}
