package org.eventops.console.feature.badge;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.platform.Refresh;
import org.eventops.console.services.StoreServices;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Badges: their layout and their printing. */
public final class BadgeScreen implements Screen {
    public static final String KEY = "app.screen.badges";

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final ScreenContext context;
    private final Language language;
    private final StoreServices store;
    private final BadgeLayoutViewModel layout;
    private final BadgePrintViewModel printing;
    private final Refresh refresh;
    private final TabPane tabs = new TabPane();
    private LocalChanges.@Nullable Subscription subscription;

    public BadgeScreen(
            ScreenContext context,
            StoreServices store,
            BadgeLayoutViewModel layout,
            BadgePrintViewModel printing) {
        this.context = context;
        this.language = context.language();
        this.store = store;
        this.layout = layout;
        this.printing = printing;
        this.refresh =
                new Refresh(() -> context.tasks().read(() -> true).onSuccess(asked -> load()));
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.ASSIGNMENT_IND;
    }

    @Override
    public Node node() {
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Tab design = tab("badge.design", new DesignPane(language, layout));
        Tab print =
                tab(
                        "badge.print",
                        new PrintPane(
                                context,
                                printing,
                                () -> printing.testPage(layout.layoutProperty().get())));
        tabs.getTabs().add(print);
        designing(design);
        tabs.getSelectionModel().selectFirst();
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox work =
                new VBox(
                        new PageHeader(
                                language.of(KEY),
                                language.of("badge.line"),
                                Presence.whenever(
                                        context.permits().here(Permission.EDIT_EVENTS), undo())),
                        tabs);
        work.getStyleClass().add("page");
        work.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        EmptyState empty =
                new EmptyState(
                        language,
                        Material2AL.ASSIGNMENT_IND,
                        "badge.noEvent",
                        "badge.noEvent.line");
        var chosen =
                Bindings.createBooleanBinding(
                        () -> context.current().get().isPresent(), context.current().property());
        work.visibleProperty().bind(chosen);
        empty.visibleProperty().bind(chosen.not());
        context.current()
                .property()
                .addListener(
                        (property, before, now) -> {
                            designing(design);
                            chosen();
                        });
        return new StackPane(work, empty);
    }

    /** How badges look is the event's; who prints them does not change it. */
    private void designing(Tab design) {
        if (!context.permits().may(Permission.EDIT_EVENTS)) {
            tabs.getTabs().remove(design);
        } else if (!tabs.getTabs().contains(design)) {
            tabs.getTabs().addFirst(design);
        }
    }

    private void chosen() {
        if (subscription != null) {
            load();
        }
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.textProperty().bind(language.of(key));
        tab.setContent(content);
        return tab;
    }

    private Button undo() {
        Button button = new Button();
        button.setId("badge-undo");
        button.textProperty().bind(language.of("app.undo"));
        button.setGraphic(new FontIcon(Material2MZ.UNDO));
        button.disableProperty().bind(layout.undoableProperty().not());
        button.setOnAction(event -> layout.undo());
        return button;
    }

    /** What is being typed has an undo of its own. */
    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (UNDO.match(event) && !typing) {
            layout.undo();
            event.consume();
        }
    }

    @Override
    public void attach() {
        subscription = store.changes().listen(this::changed);
        load();
        printing.lookForPrinters();
    }

    private void load() {
        layout.load();
        printing.load();
    }

    private void changed(LocalChange change) {
        if (change.feature() == Feature.BADGE || change.feature() == Feature.TICKETING) {
            refresh.request();
        }
    }

    @Override
    public void detach() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    @Override
    public Map<String, Runnable> states() {
        Map<String, Runnable> states = new LinkedHashMap<>();
        states.put("element", () -> layout.selectedProperty().set(1));
        states.put("print", () -> tabs.getSelectionModel().select(1));
        states.put("printed", printing::showCase);
        states.put(
                "found",
                () -> {
                    tabs.getSelectionModel().select(1);
                    printing.typedProperty().set("mar");
                });
        return states;
    }
}
