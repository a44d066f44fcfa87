package org.eventops.console.feature.event;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.StatusChip;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.OrderStatus;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/** The attendees' table; it leaves the sorting to {@link AttendeeRows}. */
final class AttendeeTable {
    private final Language language;
    private final AttendeeRows rows;
    private final UnaryOperator<String> product;
    private final TableView<AttendeeRow> table = new TableView<>();
    private final Map<TableColumn<AttendeeRow, ?>, Comparator<AttendeeEntry>> orders =
            new HashMap<>();

    /**
     * @param product the name of a product by its key
     */
    AttendeeTable(Language language, AttendeeRows rows, UnaryOperator<String> product) {
        this.product = product;
        this.language = language;
        this.rows = rows;
    }

    TableView<AttendeeRow> view() {
        table.setItems(rows.shown());
        table.setTableMenuButtonVisible(true);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(name(), email(), product(), order(), payment(), entered()));
        table.setSortPolicy(sorted -> sort());
        table.setPlaceholder(
                new EmptyState(
                        language,
                        Material2MZ.PEOPLE,
                        "ticketing.attendees.empty",
                        "ticketing.attendees.empty.line"));
        language.textsProperty().addListener((property, before, now) -> table.refresh());
        TableCopy.install(table);
        return table;
    }

    private boolean sort() {
        Optional<Comparator<AttendeeEntry>> by =
                table.getSortOrder().stream()
                        .filter(orders::containsKey)
                        .map(this::directed)
                        .reduce(Comparator::thenComparing);
        rows.sort(by.orElse(null));
        return true;
    }

    private Comparator<AttendeeEntry> directed(TableColumn<AttendeeRow, ?> column) {
        Comparator<AttendeeEntry> order = java.util.Objects.requireNonNull(orders.get(column));
        boolean down = column.getSortType() == TableColumn.SortType.DESCENDING;
        return down ? order.reversed() : order;
    }

    private <C extends Comparable<C>, V> TableColumn<AttendeeRow, V> sorted(
            TableColumn<AttendeeRow, V> column, Function<AttendeeEntry, C> by) {
        orders.put(column, Comparator.comparing(by));
        return column;
    }

    private TableColumn<AttendeeRow, String> name() {
        return sorted(
                Columns.text(language, "ticketing.field.name", 190, row -> or(row.name())),
                AttendeeEntry::name);
    }

    private TableColumn<AttendeeRow, String> email() {
        return sorted(
                Columns.text(language, "ticketing.field.email", 220, row -> or(row.email())),
                entry -> or(entry.row().email()));
    }

    private TableColumn<AttendeeRow, String> product() {
        return sorted(
                Columns.text(
                        language,
                        "ticketing.field.product",
                        120,
                        row -> product.apply(row.product())),
                entry -> entry.row().product());
    }

    private TableColumn<AttendeeRow, String> order() {
        return sorted(
                Columns.text(language, "ticketing.field.order", 90, AttendeeRow::order),
                entry -> entry.row().order());
    }

    private TableColumn<AttendeeRow, OrderStatus> payment() {
        return sorted(
                Columns.drawn(
                        language,
                        "ticketing.field.payment",
                        110,
                        AttendeeRow::payment,
                        (cell, each) ->
                                cell.setGraphic(
                                        new StatusChip(
                                                language.get("ticketing.payment." + each.name()),
                                                each))),
                entry -> entry.row().payment());
    }

    private TableColumn<AttendeeRow, Boolean> entered() {
        return sorted(
                Columns.drawn(
                        language,
                        "ticketing.field.entered",
                        90,
                        AttendeeRow::entered,
                        (cell, each) -> cell.setText(each ? language.get("app.yes") : "–")),
                entry -> entry.row().entered());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
