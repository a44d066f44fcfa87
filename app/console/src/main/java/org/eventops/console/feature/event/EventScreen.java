package org.eventops.console.feature.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Permission;
import org.eventops.domain.exchange.Exporter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** One event, with what belongs to it. */
public final class EventScreen implements Screen {
    public static final String KEY = "app.screen.event";

    /** Where orders and attendees stand among the tabs: after what is sold. */
    private static final int NAMED = 2;

    private final ScreenContext context;
    private final EventPageViewModel model;
    private final RuleWords rules;
    private final Exporter exporter;
    private final TabPane tabs = new TabPane();

    public EventScreen(
            ScreenContext context, EventPageViewModel model, RuleWords rules, Exporter exporter) {
        this.rules = rules;
        this.exporter = exporter;
        this.context = context;
        this.model = model;
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.EVENT;
    }

    @Override
    public void attach() {
        model.attach();
    }

    @Override
    public void detach() {
        model.detach();
    }

    @Override
    public Map<String, Runnable> states() {
        Map<String, Runnable> states = new LinkedHashMap<>();
        List<String> names = List.of("overview", "products", "orders", "attendees", "lists");
        for (int i = 1; i < names.size(); i++) {
            int tab = i;
            states.put(names.get(i), () -> tabs.getSelectionModel().select(tab));
        }
        return states;
    }

    @Override
    public Node node() {
        Language language = context.language();
        Node none =
                new EmptyState(
                        language, Material2AL.EVENT, "event.page.none", "event.page.none.line");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        EventTables tables = new EventTables(language, model, rules);
        EditForms forms = new EditForms(context, model, rules);
        tabs.getTabs()
                .addAll(
                        tab("event.tab.overview", new EventOverview(context, model).node()),
                        tab("event.tab.products", forms.products(tables.products())),
                        tab("event.tab.lists", forms.lists(tables.lists())));
        List<Tab> named =
                List.of(
                        tab("event.tab.orders", forms.orders(tables.orders())),
                        tab("event.tab.attendees", new AttendeesSection(context, model).node()));
        names(named);
        context.current().property().addListener((property, before, now) -> names(named));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox chosen =
                new VBox(
                        new PageHeader(
                                model.nameProperty(),
                                model.lineProperty(),
                                Presence.only(
                                        context.permits().mayEverywhere(Permission.EXPORT),
                                        new ExportButtons(context, exporter).node())),
                        tabs);
        chosen.getStyleClass().add("page");
        chosen.visibleProperty().bind(model.presentProperty());
        none.visibleProperty().bind(model.presentProperty().not());
        return new StackPane(none, chosen);
    }

    /** Orders and attendees, for whoever may know their names. */
    private void names(List<Tab> named) {
        boolean permitted = context.permits().may(Permission.FIND_ATTENDEES);
        if (!permitted) {
            tabs.getTabs().removeAll(named);
        } else if (!tabs.getTabs().containsAll(named)) {
            tabs.getTabs().addAll(NAMED, named);
        }
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(context.language().of(key));
        tab.setContent(content);
        return tab;
    }
}
