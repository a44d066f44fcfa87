package org.eventops.console.feature.door;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Presence;
import org.eventops.console.ui.TouchKeys;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Finds people by any part of their name; shows how they stand before they are let in. */
final class SearchPane extends VBox {
    /** Two people and a little of the third, so that one sees there are more. */
    private static final double FEWEST = 140;

    private final Language language;
    private final DoorViewModel model;
    private final TextField field = new TextField();
    private final ListView<AttendeeRow> hits;
    private final Label none = new Label();
    private final ToggleButton keyboard = new ToggleButton();
    private final TouchKeys keys;

    SearchPane(Language language, DoorViewModel model) {
        this.language = language;
        this.model = model;
        this.hits = new ListView<>(model.search().hits());
        field.setId("door-search");
        field.promptTextProperty().bind(language.of("door.screen.search.prompt"));
        field.accessibleTextProperty().bind(language.of("door.screen.search"));
        field.textProperty().bindBidirectional(model.search().typedProperty());
        field.textProperty().addListener((property, before, now) -> field.end());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        hits.setId("door-hits");
        hits.setMinHeight(FEWEST);
        hits.getStyleClass().add("door-hits");
        hits.setCellFactory(list -> new HitCell());
        hits.setOnMouseClicked(event -> admitSelected());
        none.textProperty().bind(language.of("door.screen.search.none"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        getStyleClass().addAll("card", "door-search");
        HBox.setHgrow(field, Priority.ALWAYS);
        this.keys = new TouchKeys(language, field);
        keys.visibleProperty().bind(keyboard.selectedProperty());
        keys.managedProperty().bind(keyboard.selectedProperty());
        getChildren().addAll(new HBox(field, keyboard()), keys, hits, none);
        model.search().hits().addListener((ListChangeListener<AttendeeRow>) change -> found());
        field.textProperty().addListener((property, before, now) -> found());
        found();
    }

    /** Only where fingers are used. */
    private ToggleButton keyboard() {
        keyboard.setId("door-keyboard");
        keyboard.getStyleClass().add("touch-only");
        keyboard.setGraphic(new FontIcon(Material2AL.KEYBOARD));
        keyboard.accessibleTextProperty().bind(language.of("door.screen.keyboard"));
        keyboard.setFocusTraversable(false);
        keyboard.managedProperty().bind(keyboard.visibleProperty());
        return keyboard;
    }

    TextField field() {
        return field;
    }

    private void found() {
        boolean asked = model.search().typedProperty().get().strip().length() >= 2;
        boolean any = !hits.getItems().isEmpty();
        Presence.set(hits, any);
        Presence.set(none, asked && !any);
        hits.setPrefHeight(Math.min(5, hits.getItems().size()) * 60.0 + 4);
        if (any && hits.getSelectionModel().isEmpty()) {
            hits.getSelectionModel().selectFirst();
        }
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN) {
            hits.getSelectionModel().selectNext();
            event.consume();
        } else if (code == KeyCode.UP) {
            hits.getSelectionModel().selectPrevious();
            event.consume();
        } else if (code == KeyCode.BACK_SPACE) {
            String text = field.getText();
            field.setText(text.isEmpty() ? "" : text.substring(0, text.length() - 1));
            event.consume();
        } else if (code == KeyCode.ESCAPE) {
            field.clear();
            event.consume();
        }
    }

    /** Enter lets in whoever is selected; with nobody found it does nothing. */
    void admitSelected() {
        AttendeeRow selected = hits.getSelectionModel().getSelectedItem();
        if (selected != null && model.search().isCurrent() && !field.getText().isBlank()) {
            hits.getSelectionModel().clearSelection();
            model.admit(selected);
        }
    }

    private final class HitCell extends ListCell<AttendeeRow> {
        HitCell() {
            // as wide as the list, so that the state is never scrolled out of sight
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable AttendeeRow hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(null);
            setGraphic(empty || hit == null ? null : line(hit));
        }

        private HBox line(AttendeeRow hit) {
            Label name = new Label(hit.name() == null ? hit.code() : hit.name());
            name.getStyleClass().add("hit-name");
            String email = hit.email() == null ? "" : " · " + hit.email();
            Label under =
                    new Label(
                            model.place().productName(hit.product()) + " · " + hit.order() + email);
            under.getStyleClass().add("muted");
            VBox left = new VBox(name, under);
            left.setMinWidth(0);
            HBox.setHgrow(left, Priority.ALWAYS);
            Label state = new Label(state(hit));
            state.getStyleClass().addAll("chip", "chip-" + key(hit));
            state.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(left, state);
            line.getStyleClass().add("hit");
            return line;
        }

        private String state(AttendeeRow hit) {
            return language.get("door.screen.state." + key(hit));
        }

        private String key(AttendeeRow hit) {
            if (hit.status() == TicketStatus.CANCELED) {
                return "canceled";
            }
            if (hit.blocked()) {
                return "blocked";
            }
            if (hit.entered()) {
                return "entered";
            }
            return hit.payment().name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
