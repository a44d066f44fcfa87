package org.eventops.console.feature.sync;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.SyncOutcomes;
import org.eventops.console.ui.Captions;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What connecting gives, and the ways to it: a file, a text, a code; then the passphrase. */
final class ConnectCard {
    private final Language language;
    private final ConnectViewModel model;
    private final VBox card = new VBox();
    private final TextArea text = new TextArea();
    private final PasswordField passphrase = new PasswordField();
    private final Label ready = Captions.plain("connect-ready", "sync-ready");
    private final Label problem = Captions.plain("connect-problem", "field-error");
    private final Label outcome = Captions.plain("connect-outcome", "card-bad");

    ConnectCard(Language language, ConnectViewModel model) {
        this(language, model, "sync.connect.");
    }

    /** For a console that was taken out. */
    static ConnectCard again(Language language, ConnectViewModel model) {
        return new ConnectCard(language, model, "sync.connectAgain.");
    }

    /**
     * @param head begins the keys of title and line
     */
    private ConnectCard(Language language, ConnectViewModel model, String head) {
        this.language = language;
        this.model = model;
        card.getStyleClass().addAll("card", "form", "sync-connect");
        card.getChildren()
                .addAll(
                        head(head),
                        step("sync.connect.step.bundle", ways(), pasted(), ready),
                        step("sync.connect.step.passphrase", phrase()),
                        problem,
                        go(),
                        progress(),
                        outcome);
        model.sourceProperty().addListener((property, before, now) -> show());
        model.problemProperty().addListener((property, before, now) -> show());
        model.outcomeProperty().addListener((property, before, now) -> show());
        model.cameraProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    Node node() {
        return card;
    }

    private Node head(String key) {
        Label title = new Label();
        title.textProperty().bind(language.of(key + "title"));
        title.getStyleClass().add("empty-title");
        title.setGraphic(new FontIcon(Material2AL.CLOUD_OFF));
        Label line = new Label();
        line.textProperty().bind(language.of(key + "line"));
        line.setWrapText(true);
        VBox head = new VBox(title, line, Captions.of(language, "sync.connect.who", "muted"));
        head.getStyleClass().add("field");
        return head;
    }

    private Node step(String key, Node... parts) {
        VBox step = new VBox(Captions.of(language, key, "field-name"));
        step.getChildren().addAll(parts);
        step.getStyleClass().add("field");
        return step;
    }

    private Node ways() {
        Button file = new Button();
        file.setId("connect-file");
        file.textProperty().bind(language.of("sync.connect.file"));
        file.setMnemonicParsing(true);
        file.setGraphic(new FontIcon(Material2AL.FOLDER_OPEN));
        file.setOnAction(event -> choose());
        Button camera = new Button();
        camera.setId("connect-camera");
        camera.setMnemonicParsing(true);
        camera.setGraphic(new FontIcon(Material2MZ.PHOTO_CAMERA));
        camera.setOnAction(event -> model.toggleCamera());
        Runnable word =
                () ->
                        camera.setText(
                                language.get(
                                        model.cameraProperty().get().isPresent()
                                                ? "sync.connect.camera.stop"
                                                : "sync.connect.camera"));
        model.cameraProperty().addListener((property, before, now) -> word.run());
        language.textsProperty().addListener((property, before, now) -> word.run());
        word.run();
        HBox ways = new HBox(file, camera);
        ways.getStyleClass().add("actions");
        ways.disableProperty().bind(model.busyProperty());
        return ways;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(language.get("sync.connect.step.bundle"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                language.get("sync.connect.files"), List.of("*.*")));
        File chosen = chooser.showOpenDialog(card.getScene().getWindow());
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    private Node pasted() {
        Label name = new Label();
        name.textProperty().bind(language.of("sync.connect.paste"));
        name.setWrapText(true);
        name.setLabelFor(text);
        text.setId("connect-text");
        text.promptTextProperty().bind(language.of("sync.connect.paste.prompt"));
        text.accessibleTextProperty().bind(language.of("sync.connect.paste"));
        text.setPrefRowCount(2);
        text.setWrapText(true);
        text.textProperty().bindBidirectional(model.typedProperty());
        text.disableProperty().bind(model.busyProperty());
        // Tab leaves the field; a scanner ends with Enter, which goes on to the passphrase
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        VBox pasted = new VBox(name, text);
        pasted.getStyleClass().add("field");
        return pasted;
    }

    private void leave(KeyEvent event) {
        boolean whole = model.sourceProperty().get().isPresent();
        if (event.getCode() == KeyCode.TAB || (event.getCode() == KeyCode.ENTER && whole)) {
            passphrase.requestFocus();
            event.consume();
        }
    }

    private Node phrase() {
        passphrase.setId("connect-passphrase");
        passphrase.promptTextProperty().bind(language.of("sync.connect.passphrase.prompt"));
        passphrase.accessibleTextProperty().bind(language.of("sync.connect.step.passphrase"));
        passphrase.disableProperty().bind(model.busyProperty());
        passphrase.setOnAction(event -> connect());
        return passphrase;
    }

    private Node go() {
        Button go = new Button();
        go.setId("connect-go");
        go.textProperty().bind(language.of("sync.connect.go"));
        go.setMnemonicParsing(true);
        go.getStyleClass().add("accent");
        go.disableProperty().bind(model.busyProperty());
        go.setOnAction(event -> connect());
        return go;
    }

    private void connect() {
        model.connect(passphrase.getText().toCharArray());
        if (model.busyProperty().get()) {
            passphrase.clear();
        }
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(320);
        bar.accessibleTextProperty().bind(language.of("sync.connect.running"));
        Label running = new Label();
        running.textProperty().bind(language.of("sync.connect.running"));
        Button cancel = new Button();
        cancel.textProperty().bind(language.of("sync.connect.cancel"));
        cancel.setOnAction(event -> model.cancel());
        HBox row = new HBox(bar, running, cancel);
        row.getStyleClass().add("tools");
        row.visibleProperty().bind(model.busyProperty());
        row.managedProperty().bind(model.busyProperty());
        return row;
    }

    private void show() {
        say(
                ready,
                model.cameraProperty()
                        .get()
                        .map(camera -> language.get("sync.connect.camera.hold", camera))
                        .or(() -> model.sourceProperty().get().map(this::source)));
        say(
                problem,
                model.problemProperty()
                        .get()
                        .map(
                                each ->
                                        language.get(
                                                "sync.connect.problem." + each.what(),
                                                each.name())));
        say(
                outcome,
                model.outcomeProperty()
                        .get()
                        .map(each -> new SyncOutcomes(language.texts()).connect(each)));
    }

    private String source(EnrolmentSource source) {
        String way =
                switch (source.from()) {
                    case FILE -> language.get("sync.connect.source.file", source.name());
                    case PICTURE -> language.get("sync.connect.source.picture", source.name());
                    case CAMERA -> language.get("sync.connect.source.camera");
                    case TEXT -> language.get("sync.connect.source.text");
                };
        return language.get("sync.connect.ready", way);
    }

    private static void say(Label label, Optional<String> sentence) {
        label.setText(sentence.orElse(""));
        label.setVisible(sentence.isPresent());
        label.setManaged(sentence.isPresent());
    }
}
