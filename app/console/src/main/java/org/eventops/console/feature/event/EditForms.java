package org.eventops.console.feature.event;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.FormPanel;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Permission;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.event.EventId;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.OrderRow;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.ProductRow;

/** The form beside the chosen order, product or list. */
final class EditForms {
    private final ScreenContext context;
    private final Language language;
    private final EventPageViewModel model;
    private final EditNews news;
    private final ListForm listForm;

    EditForms(ScreenContext context, EventPageViewModel model, RuleWords rules) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        this.news = new EditNews(context);
        this.listForm = new ListForm(context, model, news, rules);
    }

    Node orders(TableView<OrderRow> table) {
        return beside(table, this::order);
    }

    Node products(TableView<ProductRow> table) {
        BorderPane pane = beside(table, this::product);
        Button add =
                add("ticketing.product.add", pane, new ProductForm(context, model, news)::form);
        pane.setTop(tools(Permission.EDIT_EVENTS, add));
        return pane;
    }

    Node lists(TableView<ListRow> table) {
        BorderPane pane = beside(table, listForm::form);
        Button add = add("event.lists.add", pane, listForm::fresh);
        pane.setTop(tools(Permission.EDIT_LISTS, add));
        return pane;
    }

    /** A new one is made in the same place where others are edited. */
    private Button add(String key, BorderPane pane, Function<EventId, FormPanel> form) {
        Button add = new Button();
        add.textProperty().bind(language.of(key));
        add.setOnAction(
                event -> model.openId().ifPresent(id -> pane.setRight(scroll(form.apply(id)))));
        return add;
    }

    private Node tools(Permission needed, Button add) {
        HBox tools = new HBox(add);
        tools.getStyleClass().add("tools");
        return Presence.whenever(context.permits().here(needed), tools);
    }

    private <R> BorderPane beside(TableView<R> table, BiFunction<EventId, R, FormPanel> form) {
        BorderPane pane = new BorderPane(table);
        pane.getStyleClass().add("section");
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, row) -> {
                            pane.setRight(null);
                            if (row != null) {
                                model.openId()
                                        .ifPresent(
                                                id -> pane.setRight(scroll(form.apply(id, row))));
                            }
                        });
        return pane;
    }

    private static Node scroll(FormPanel form) {
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare", "side-scroll");
        return scroll;
    }

    private FormPanel order(EventId event, OrderRow row) {
        String code = row.order().code();
        FormPanel form =
                new FormPanel(
                        language,
                        language.get("ticketing.order", code),
                        language.get("ticketing.attendees.count", row.tickets()));
        ComboBox<OrderStatus> status =
                form.choice(
                        "status",
                        "ticketing.field.payment",
                        List.of(OrderStatus.values()),
                        row.order().status(),
                        each -> language.get("ticketing.payment." + each.name()));
        TextField email = form.text("email", "ticketing.field.email", row.order().email());
        var service = model.desk().ticketing();
        form.save(
                context.permits().may(Permission.CHANGE_ORDERS),
                () -> {
                    OrderStatus chosen = status.getValue();
                    String address = email.getText();
                    context.tasks()
                            .write(() -> service.change(event, code, chosen, address))
                            .onSuccess(
                                    outcome ->
                                            news.tell(
                                                    outcome,
                                                    form,
                                                    edit -> service.restoreOrder(event, edit)))
                            .start();
                });
        return form;
    }

    private FormPanel product(EventId event, ProductRow row) {
        Product old = row.product();
        FormPanel form =
                new FormPanel(language, old.name(), language.get("ticketing.key", old.key()));
        TextField name = form.text("name", "ticketing.field.name", old.name());
        TextField price = form.text("price", "ticketing.field.price", old.price().toDecimal());
        Integer count = old.quantity();
        TextField quantity =
                form.text("quantity", "ticketing.field.quantity", count == null ? "" : count + "");
        form.save(
                context.permits().may(Permission.EDIT_EVENTS),
                () -> product(event, old, form, List.of(name, price, quantity)));
        return form;
    }

    private void product(EventId event, Product old, FormPanel form, List<TextField> fields) {
        Money price;
        try {
            price = Money.parse(fields.get(1).getText().strip(), old.price().currency());
        } catch (ArithmeticException | NumberFormatException e) {
            form.problems(Map.of("price", language.get("ticketing.problem.NOT_AN_AMOUNT")));
            return;
        }
        String count = fields.get(2).getText().strip();
        if (!count.matches("\\d{0,9}")) {
            form.problems(Map.of("quantity", language.get("ticketing.problem.NOT_A_COUNT")));
            return;
        }
        Product now =
                new Product(
                        old.key(),
                        fields.get(0).getText().strip(),
                        price,
                        count.isEmpty() ? null : Integer.valueOf(count),
                        old.saleStarts(),
                        old.saleEnds(),
                        old.earlyBird(),
                        old.group(),
                        old.minPerOrder(),
                        old.maxPerOrder(),
                        old.addonOf());
        var service = model.desk().ticketing();
        context.tasks()
                .write(() -> service.save(event, now))
                .onSuccess(
                        outcome ->
                                news.tell(
                                        outcome, form, edit -> service.restoreProduct(event, edit)))
                .start();
    }
}
