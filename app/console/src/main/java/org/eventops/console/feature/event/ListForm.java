package org.eventops.console.feature.event;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.FormPanel;
import org.eventops.domain.access.Permission;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListId;
import org.eventops.domain.door.ListOutcome;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.ListService;
import org.eventops.domain.door.ProductSelection;
import org.eventops.domain.event.EventId;

/** A check-in list: who may come in where, and on what condition. */
final class ListForm {
    private final ScreenContext context;
    private final Language language;
    private final EventPageViewModel model;
    private final EditNews news;
    private final RuleWords rules;
    private final ListService lists;

    ListForm(ScreenContext context, EventPageViewModel model, EditNews news, RuleWords rules) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        this.news = news;
        this.rules = rules;
        this.lists = new ListService(model.desk().store().transactions(), model.desk().door());
    }

    private record Fields(
            TextField name,
            TextField products,
            TextField gates,
            List<CheckBox> flags,
            RulePane rule) {}

    FormPanel fresh(EventId event) {
        CheckinList empty =
                new CheckinList(
                        "",
                        ProductSelection.ALL,
                        false,
                        false,
                        true,
                        false,
                        null,
                        new TreeSet<>(),
                        null);
        ListId id = new ListId(model.desk().store().ids().next());
        return form(event, new ListRow(id, empty));
    }

    FormPanel form(EventId event, ListRow row) {
        CheckinList old = row.list();
        String title = old.name().isEmpty() ? language.get("event.lists.add") : old.name();
        FormPanel form = new FormPanel(language, title, language.get("event.lists.help"));
        TextField name = form.text("name", "event.lists.name", old.name());
        TextField products =
                form.text(
                        "products",
                        "event.lists.products.keys",
                        old.products().all() ? "*" : String.join(", ", old.products().keys()));
        TextField gates =
                form.text("gates", "event.lists.gates.keys", String.join(", ", old.gates()));
        List<CheckBox> flags =
                List.of(
                        form.flag("event.lists.pending", old.includePending()),
                        form.flag("event.lists.multiple", old.multipleEntry()),
                        form.flag("event.lists.reentry", old.reentryAfterExit()),
                        form.flag("event.lists.addons", old.addonMatching()));
        RulePane rule = new RulePane(language, model, rules, old.rules());
        form.getChildren().add(rule);
        boolean permitted = context.permits().may(Permission.EDIT_LISTS);
        rule.setDisable(!permitted);
        form.save(
                permitted,
                () -> save(event, row, form, new Fields(name, products, gates, flags, rule)));
        return form;
    }

    private void save(EventId event, ListRow row, FormPanel form, Fields fields) {
        Set<String> products = keys(fields.products());
        Set<String> gates = keys(fields.gates());
        boolean all = products.isEmpty() || products.contains("*");
        Map<String, String> wrong = new HashMap<>();
        if (!all && !knownProducts().containsAll(products)) {
            wrong.put(
                    "products",
                    language.get("event.lists.products.unknown", joined(knownProducts())));
        }
        if (!knownGates().containsAll(gates)) {
            wrong.put("gates", language.get("event.lists.gates.unknown", joined(knownGates())));
        }
        if (!wrong.isEmpty() || !fields.rule().understood()) {
            form.problems(wrong);
            return;
        }
        CheckinList changed =
                new CheckinList(
                        fields.name().getText().strip(),
                        all ? ProductSelection.ALL : ProductSelection.of(products),
                        fields.flags().get(0).isSelected(),
                        fields.flags().get(1).isSelected(),
                        fields.flags().get(2).isSelected(),
                        fields.flags().get(3).isSelected(),
                        fields.rule().json(),
                        new TreeSet<>(gates),
                        row.list().date());
        context.tasks()
                .write(() -> lists.save(event, new ListRow(row.id(), changed)))
                .onSuccess(outcome -> tell(event, outcome, form))
                .start();
    }

    private static Set<String> keys(TextField field) {
        return Arrays.stream(field.getText().split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> knownProducts() {
        return model.pageProperty().get().stream()
                .flatMap(page -> page.products().stream())
                .map(row -> row.product().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> knownGates() {
        return model.pageProperty().get().stream()
                .flatMap(page -> page.gates().stream())
                .map(Gate::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String joined(Collection<String> keys) {
        return String.join(", ", keys);
    }

    private void tell(EventId event, ListOutcome outcome, FormPanel form) {
        switch (outcome) {
            case ListOutcome.Saved saved -> {
                form.problems(Map.of());
                news.saved(() -> lists.restore(event, saved));
            }
            case ListOutcome.Added added -> {
                form.problems(Map.of());
                context.notices().tell(language.get("ticketing.saved"));
            }
            case ListOutcome.NameNeeded needed ->
                    form.problems(Map.of("name", language.get("ticketing.problem.REQUIRED")));
            case ListOutcome.NameTaken taken ->
                    form.problems(Map.of("name", language.get("event.lists.taken")));
        }
    }
}
