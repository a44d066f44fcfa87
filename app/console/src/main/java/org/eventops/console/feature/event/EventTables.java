package org.eventops.console.feature.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.StatusChip;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.rule.RuleNames;
import org.eventops.domain.ticketing.OrderRow;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.ProductRow;
import org.kordamp.ikonli.material2.Material2AL;

/** The tables of the open event: products, orders, check-in lists. */
final class EventTables {
    private final Language language;
    private final EventPageViewModel model;
    private final RuleWords rules;

    EventTables(Language language, EventPageViewModel model, RuleWords rules) {
        this.rules = rules;
        this.language = language;
        this.model = model;
    }

    TableView<ProductRow> products() {
        TableView<ProductRow> table = table(EventPage::products, "ticketing.products.empty");
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(
                                        language,
                                        "ticketing.field.product",
                                        240,
                                        row -> row.product().name()),
                                Columns.text(
                                        language,
                                        "ticketing.field.key",
                                        140,
                                        row -> row.product().key()),
                                Columns.<ProductRow, Long>drawn(
                                        language,
                                        "ticketing.field.price",
                                        160,
                                        row -> row.product().price().minor(),
                                        (cell, each) -> {
                                            ProductRow row = cell.getTableRow().getItem();
                                            if (row != null) {
                                                cell.setText(
                                                        Formats.money(
                                                                row.product().price(),
                                                                language.locale()));
                                            }
                                        }),
                                Columns.text(
                                        language, "ticketing.field.quantity", 110, this::quantity),
                                Columns.<ProductRow, Integer>number(
                                        language,
                                        "event.column.sold",
                                        100,
                                        ProductRow::sold,
                                        this::count),
                                Columns.<ProductRow, Integer>number(
                                        language,
                                        "event.column.entered",
                                        100,
                                        ProductRow::entered,
                                        this::count)));
        return table;
    }

    TableView<OrderRow> orders() {
        TableView<OrderRow> table = table(EventPage::orders, "ticketing.orders.empty");
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(
                                        language,
                                        "ticketing.field.order",
                                        130,
                                        row -> row.order().code()),
                                Columns.<OrderRow, OrderStatus>drawn(
                                        language,
                                        "ticketing.field.payment",
                                        130,
                                        row -> row.order().status(),
                                        (cell, each) ->
                                                cell.setGraphic(
                                                        new StatusChip(
                                                                language.get(
                                                                        "ticketing.payment."
                                                                                + each.name()),
                                                                each))),
                                Columns.text(
                                        language,
                                        "ticketing.field.email",
                                        260,
                                        row ->
                                                row.order().email() == null
                                                        ? ""
                                                        : row.order().email()),
                                Columns.<OrderRow, Integer>number(
                                        language,
                                        "ticketing.field.tickets",
                                        100,
                                        OrderRow::tickets,
                                        this::count),
                                Columns.text(
                                        language,
                                        "ticketing.field.total",
                                        160,
                                        row -> Formats.money(row.total(), language.locale()))));
        return table;
    }

    TableView<ListRow> lists() {
        TableView<ListRow> table = table(EventPage::lists, "event.lists.empty");
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(
                                        language,
                                        "event.lists.name",
                                        180,
                                        row -> row.list().name()),
                                Columns.text(
                                        language,
                                        "event.lists.products",
                                        240,
                                        row -> products(row.list())),
                                Columns.text(
                                        language,
                                        "event.lists.entry",
                                        220,
                                        row -> entry(row.list())),
                                Columns.text(
                                        language,
                                        "event.lists.pending",
                                        130,
                                        row -> yes(row.list().includePending())),
                                Columns.text(
                                        language,
                                        "event.lists.gates",
                                        160,
                                        row -> gates(row.list())),
                                Columns.text(
                                        language,
                                        "event.lists.rule",
                                        110,
                                        row -> rule(row.list()))));
        return table;
    }

    private <R> TableView<R> table(Function<EventPage, List<R>> rows, String emptyKey) {
        TableView<R> table = new TableView<>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyState(
                        language,
                        Material2AL.CONFIRMATION_NUMBER,
                        emptyKey,
                        "event.page.empty.line"));
        model.pageProperty()
                .addListener(
                        (property, before, now) ->
                                table.getItems().setAll(now.map(rows).orElse(List.of())));
        table.getItems().setAll(model.pageProperty().get().map(rows).orElse(List.of()));
        language.textsProperty().addListener((property, before, now) -> table.refresh());
        TableCopy.install(table);
        return table;
    }

    private String count(Integer number) {
        return Formats.count(number, language.locale());
    }

    private String quantity(ProductRow row) {
        Integer quantity = row.product().quantity();
        return quantity == null ? language.get("event.fact.unlimited") : count(quantity);
    }

    private String products(CheckinList list) {
        return list.products().all()
                ? language.get("event.lists.all")
                : String.join(", ", list.products().keys());
    }

    private String gates(CheckinList list) {
        return list.gates().isEmpty()
                ? language.get("event.lists.all")
                : String.join(", ", list.gates());
    }

    private String entry(CheckinList list) {
        if (list.multipleEntry()) {
            return language.get("event.lists.multiple");
        }
        return language.get(list.reentryAfterExit() ? "event.lists.reentry" : "event.lists.once");
    }

    private String rule(CheckinList list) {
        String rule = list.rules();
        Optional<EventPage> page = model.pageProperty().get();
        if (rule == null || page.isEmpty()) {
            return language.get("event.lists.noRule");
        }
        Map<String, String> products =
                page.get().products().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.product().key(), row -> row.product().name()));
        Map<String, String> gates =
                page.get().gates().stream().collect(Collectors.toMap(Gate::key, Gate::name));
        return rules.say(rule, new RuleNames(products, gates), page.get().event().zone());
    }

    private String yes(boolean held) {
        return language.get(held ? "app.yes" : "app.no");
    }
}
