package org.eventops.console.feature.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.FormPanel;
import org.eventops.domain.event.EventId;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Product;

/** A new product: its key is chosen once and for all. */
record ProductForm(ScreenContext context, EventPageViewModel model, EditNews news) {
    FormPanel form(EventId event) {
        Language language = context.language();
        FormPanel form =
                new FormPanel(
                        language,
                        language.get("ticketing.product.add"),
                        language.get("ticketing.product.key.help"));
        TextField key = form.text("key", "ticketing.field.key", "");
        TextField name = form.text("name", "ticketing.field.name", "");
        TextField price = form.text("price", "ticketing.field.price", "");
        TextField quantity = form.text("quantity", "ticketing.field.quantity", "");
        form.save(() -> save(event, form, List.of(key, name, price, quantity)));
        return form;
    }

    private void save(EventId event, FormPanel form, List<TextField> fields) {
        Language language = context.language();
        Optional<EventPage> page = model.pageProperty().get();
        String key = fields.get(0).getText().strip();
        if (page.isEmpty() || !key.matches("[a-z0-9][a-z0-9_-]{0,79}")) {
            form.problems(Map.of("key", language.get("ticketing.product.key.wrong")));
            return;
        }
        if (page.get().products().stream().anyMatch(row -> row.product().key().equals(key))) {
            form.problems(Map.of("key", language.get("ticketing.product.key.taken")));
            return;
        }
        Money price;
        try {
            price = Money.parse(fields.get(2).getText().strip(), page.get().event().currency());
        } catch (ArithmeticException | NumberFormatException e) {
            form.problems(Map.of("price", language.get("ticketing.problem.NOT_AN_AMOUNT")));
            return;
        }
        String count = fields.get(3).getText().strip();
        if (!count.matches("\\d{0,9}")) {
            form.problems(Map.of("quantity", language.get("ticketing.problem.NOT_A_COUNT")));
            return;
        }
        Integer quantity = count.isEmpty() ? null : Integer.valueOf(count);
        String name = fields.get(1).getText().strip();
        Product made =
                new Product(
                        key, name, price, quantity, null, null, null, null, null, null, List.of());
        var service = model.desk().ticketing();
        context.tasks()
                .write(() -> service.save(event, made))
                .onSuccess(outcome -> news.added(outcome, form))
                .start();
    }
}
