package org.eventops.console.feature.badge;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.domain.ticketing.AttendeeRow;
import org.jspecify.annotations.Nullable;

/** Prints the badge of somebody who is found by name; Enter or a click prints. */
final class PersonSearch extends VBox {
    private static final double ROW = 44;

    private final BadgePrintViewModel model;
    private final ListView<AttendeeRow> hits;

    PersonSearch(Language language, BadgePrintViewModel model) {
        this.model = model;
        this.hits = new ListView<>(model.hits());
        TextField field = new TextField();
        field.setId("badge-search");
        field.promptTextProperty().bind(language.of("badge.search"));
        field.accessibleTextProperty().bind(language.of("badge.search"));
        field.textProperty().bindBidirectional(model.typedProperty());
        field.setOnAction(event -> first());
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.DOWN && !hits.getItems().isEmpty()) {
                        hits.requestFocus();
                        hits.getSelectionModel().selectFirst();
                        event.consume();
                    }
                });
        hits.setId("badge-hits");
        hits.setFixedCellSize(ROW);
        hits.prefHeightProperty().bind(Bindings.size(model.hits()).multiply(ROW).add(4));
        hits.visibleProperty().bind(Bindings.isNotEmpty(model.hits()));
        hits.managedProperty().bind(hits.visibleProperty());
        hits.setCellFactory(list -> new HitCell());
        hits.setOnMouseClicked(event -> selected());
        hits.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        selected();
                        event.consume();
                    }
                });
        Label waiting = new Label();
        waiting.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        language.get(
                                                "badge.waiting",
                                                model.press().openProperty().get()),
                                model.press().openProperty(),
                                language.textsProperty()));
        waiting.visibleProperty().bind(model.press().openProperty().greaterThan(0));
        waiting.managedProperty().bind(waiting.visibleProperty());
        waiting.getStyleClass().add("muted");
        getStyleClass().add("field");
        getChildren().addAll(field, hits, waiting);
    }

    private void first() {
        model.hits().stream().findFirst().ifPresent(model::print);
    }

    private void selected() {
        AttendeeRow row = hits.getSelectionModel().getSelectedItem();
        if (row != null) {
            hits.getSelectionModel().clearSelection();
            model.print(row);
        }
    }

    private static final class HitCell extends ListCell<AttendeeRow> {
        @Override
        protected void updateItem(@Nullable AttendeeRow hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(
                    empty || hit == null
                            ? null
                            : (hit.name() == null ? hit.code() : hit.name()) + " · " + hit.order());
        }
    }
}
