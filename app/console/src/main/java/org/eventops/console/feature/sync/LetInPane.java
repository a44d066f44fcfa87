package org.eventops.console.feature.sync;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.Presence;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.sync.ConsoleRole;
import org.jspecify.annotations.Nullable;

/** What the new console is to be: its name, what it may do, for which events. */
final class LetInPane {
    private static final double ROW = 34;
    private static final int MOST_ROWS = 6;

    private final Language language;
    private final LetInViewModel model;
    private final TextField name = new TextField();
    private final ListView<EventRow> events = new ListView<>();
    private final Label may = Captions.plain("let-in-may", "muted");
    private final Label problem = Captions.plain("let-in-problem", "field-error");
    private final VBox pane = new VBox();

    LetInPane(Language language, LetInViewModel model) {
        this.language = language;
        this.model = model;
        pane.setId("let-in");
        pane.getStyleClass().addAll("form", "let-in");
        pane.getChildren()
                .addAll(
                        field("sync.consoles.letIn.name", named()),
                        field("sync.consoles.letIn.role", roles(), may),
                        field("sync.consoles.letIn.events", choice(), chosen()),
                        problem,
                        actions(),
                        running());
        model.refusalProperty().addListener((property, before, now) -> show());
        model.roleProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    Node node() {
        return pane;
    }

    /** The name comes first. */
    void enter() {
        events.refresh();
        name.requestFocus();
    }

    void offer(List<EventRow> all) {
        if (!events.getItems().equals(all)) {
            events.getItems().setAll(all);
            events.setPrefHeight(ROW * Math.clamp(all.size(), 1, MOST_ROWS) + 2);
        }
    }

    private VBox field(String key, Node... parts) {
        Label title = Captions.of(language, key, "field-name");
        title.setLabelFor(parts[0]);
        VBox field = new VBox(title);
        field.getChildren().addAll(parts);
        field.getStyleClass().add("field");
        return field;
    }

    private Node named() {
        name.setId("let-in-name");
        name.promptTextProperty().bind(language.of("sync.consoles.letIn.name.prompt"));
        name.accessibleTextProperty().bind(language.of("sync.consoles.letIn.name"));
        name.textProperty().bindBidirectional(model.nameProperty());
        name.disableProperty().bind(model.busyProperty());
        name.setOnAction(event -> model.letIn());
        return name;
    }

    private Node roles() {
        ComboBox<ConsoleRole> box = new ComboBox<>();
        box.setId("let-in-role");
        box.getItems().setAll(LetInViewModel.OFFERED);
        LiveCell.install(box, language, role -> language.get("sync.role." + role.word()));
        box.accessibleTextProperty().bind(language.of("sync.consoles.letIn.role"));
        box.valueProperty().bindBidirectional(model.roleProperty());
        box.disableProperty().bind(model.busyProperty());
        return box;
    }

    private Node choice() {
        ToggleGroup group = new ToggleGroup();
        RadioButton all = radio("sync.consoles.letIn.events.all", "let-in-all", group);
        RadioButton some = radio("sync.consoles.letIn.events.some", "let-in-some", group);
        all.setSelected(model.everyEventProperty().get());
        some.setSelected(!all.isSelected());
        all.selectedProperty()
                .addListener((property, before, now) -> model.everyEventProperty().set(now));
        model.everyEventProperty()
                .addListener((property, before, now) -> (now ? all : some).setSelected(true));
        VBox choice = new VBox(all, some);
        choice.getStyleClass().add("field");
        choice.disableProperty().bind(model.busyProperty());
        return choice;
    }

    private RadioButton radio(String key, String id, ToggleGroup group) {
        RadioButton button = new RadioButton();
        button.setId(id);
        button.setWrapText(true);
        button.textProperty().bind(language.of(key));
        button.setToggleGroup(group);
        return button;
    }

    private Node chosen() {
        events.setId("let-in-events");
        events.setFixedCellSize(ROW);
        events.accessibleTextProperty().bind(language.of("sync.consoles.letIn.events"));
        events.setCellFactory(CheckBoxListCell.forListView(this::marked, new Names()));
        events.setOnKeyPressed(
                key -> {
                    EventRow here = events.getSelectionModel().getSelectedItem();
                    if (key.getCode() == KeyCode.SPACE && here != null) {
                        mark(here.id().value(), !model.events().contains(here.id().value()));
                        events.refresh();
                        key.consume();
                    }
                });
        events.disableProperty().bind(model.busyProperty());
        events.visibleProperty().bind(model.everyEventProperty().not());
        events.managedProperty().bind(events.visibleProperty());
        return events;
    }

    private BooleanProperty marked(EventRow event) {
        UUID id = event.id().value();
        BooleanProperty marked = new SimpleBooleanProperty(model.events().contains(id));
        marked.addListener((property, before, now) -> mark(id, now));
        return marked;
    }

    private void mark(UUID id, boolean now) {
        if (now) {
            model.events().add(id);
        } else {
            model.events().remove(id);
        }
    }

    private static final class Names extends StringConverter<EventRow> {
        @Override
        public String toString(@Nullable EventRow event) {
            return event == null ? "" : event.name();
        }

        @Override
        public @Nullable EventRow fromString(String text) {
            return null;
        }
    }

    private Node actions() {
        Button make = new Button();
        make.setId("let-in-make");
        make.textProperty().bind(language.of("sync.consoles.letIn.make"));
        make.setMnemonicParsing(true);
        make.getStyleClass().add("accent");
        make.setOnAction(event -> model.letIn());
        Button never = new Button();
        never.setId("let-in-never");
        never.textProperty().bind(language.of("app.cancel"));
        never.setOnAction(event -> model.close());
        HBox actions = new HBox(make, never);
        actions.getStyleClass().add("actions");
        actions.visibleProperty().bind(model.busyProperty().not());
        actions.managedProperty().bind(actions.visibleProperty());
        return actions;
    }

    private Node running() {
        Button cancel = new Button();
        cancel.textProperty().bind(language.of("app.cancel"));
        cancel.setOnAction(event -> model.cancel());
        HBox row = new HBox(Captions.of(language, "sync.consoles.letIn.running", "muted"), cancel);
        row.getStyleClass().add("tools");
        row.visibleProperty().bind(model.busyProperty());
        row.managedProperty().bind(model.busyProperty());
        return row;
    }

    private void show() {
        may.setText(language.get("sync.consoles.may." + model.roleProperty().get().word()));
        ConsoleWords words = new ConsoleWords(language.texts(), java.time.ZoneOffset.UTC);
        problem.setText(model.refusalProperty().get().map(words::letIn).orElse(""));
        Presence.set(problem, model.refusalProperty().get().isPresent());
    }
}
