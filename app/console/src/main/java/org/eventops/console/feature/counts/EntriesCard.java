package org.eventops.console.feature.counts;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.counts.CountsViewModel.State;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.EmptyState;
import org.eventops.domain.door.count.Evening;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.door.count.TenMinutes;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * How fast they come: the chart, and the table behind it. Each is made when it is first shown, so
 * that opening the screen waits for neither.
 */
final class EntriesCard {
    /** Six hours: more bars would be too thin to read. */
    private static final int BARS = 36;

    private static final int TENS_OF_AN_HOUR = 6;

    private final Language language;
    private final CountsViewModel model;
    private final StackPane middle = new StackPane();
    private final ToggleButton asTable = new ToggleButton();
    private Optional<EntriesChart> chart = Optional.empty();
    private Optional<EntriesTable> table = Optional.empty();
    private Optional<Node> none = Optional.empty();

    EntriesCard(Language language, CountsViewModel model) {
        this.language = language;
        this.model = model;
    }

    Node node() {
        Label title = new Label();
        title.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::title,
                                model.countsProperty(),
                                asTable.selectedProperty(),
                                language.textsProperty()));
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        asTable.textProperty().bind(language.of("counts.chart.table"));
        asTable.setId("counts-as-table");
        asTable.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, asTable);
        head.getStyleClass().add("tools");
        middle.getStyleClass().add("counts-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox card = new VBox(head, middle);
        card.getStyleClass().addAll("card", "counts-chart-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        asTable.selectedProperty().addListener((property, before, now) -> show());
        model.countsProperty().addListener((property, before, now) -> changed());
        model.stateProperty().addListener((property, before, now) -> changed());
        changed();
        return card;
    }

    /** Says so where the evening is longer than the chart. */
    private String title() {
        boolean longer =
                model.countsProperty()
                        .get()
                        .filter(counts -> Evening.of(counts, BARS + 1).size() > BARS)
                        .isPresent();
        return longer && !asTable.isSelected()
                ? language.get("counts.chart.last", BARS / TENS_OF_AN_HOUR)
                : language.get("counts.chart");
    }

    private void changed() {
        asTable.setDisable(model.stateProperty().get() != State.COUNTED);
        show();
    }

    private void show() {
        State state = model.stateProperty().get();
        boolean scans = state == State.COUNTED;
        if (scans && asTable.isSelected() && table.isEmpty()) {
            table = Optional.of(added(new EntriesTable(language, model)));
        }
        if (scans && !asTable.isSelected() && chart.isEmpty()) {
            chart = Optional.of(added(new EntriesChart(language, this::find)));
        }
        if (state == State.NO_SCANS && none.isEmpty()) {
            none = Optional.of(added(nobodyYet()));
        }
        table.ifPresent(each -> each.setVisible(scans && asTable.isSelected()));
        chart.ifPresent(each -> each.setVisible(scans && !asTable.isSelected()));
        none.ifPresent(each -> each.setVisible(state == State.NO_SCANS));
        chart.filter(Node::isVisible).ifPresent(this::draw);
    }

    private void draw(EntriesChart bars) {
        Optional<LiveCounts> counts = model.countsProperty().get();
        counts.ifPresent(each -> bars.show(each, Evening.of(each, BARS)));
    }

    private <N extends Node> N added(N node) {
        middle.getChildren().add(node);
        return node;
    }

    private Node nobodyYet() {
        return new EmptyState(
                language, Material2MZ.QR_CODE_SCANNER, "counts.noscans", "counts.noscans.line");
    }

    void showTable(boolean wanted) {
        asTable.setSelected(wanted);
    }

    /** The row of a bar. */
    private void find(TenMinutes wanted) {
        asTable.setSelected(true);
        table.ifPresent(each -> each.find(wanted));
    }
}
