package org.eventops.console.shell;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.eventops.console.services.ConsoleFacts;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventRow;
import org.eventops.resources.Texts;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The frame: navigation left, switcher above, status below, one screen in the middle. */
public final class ShellView {
    private static final KeyCombination PALETTE =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination LOCK =
            new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);

    private static final String SYNC = "app.screen.sync";
    private static final String HEALTH = "app.screen.health";

    private final Preferences preferences;
    private final Kiosk kiosk;
    private final ConsoleLock lock;
    private final Toasts toasts;
    private final StackPane root = new StackPane();
    private Runnable whenClosed = () -> {};

    public ShellView(Preferences preferences, Kiosk kiosk, ConsoleLock lock) {
        this.lock = lock;
        this.preferences = preferences;
        this.kiosk = kiosk;
        this.toasts = new Toasts(preferences.language());
    }

    public Notices notices() {
        return toasts;
    }

    /** Lays everything out, once the screens are there. */
    public StackPane lay(
            Screens screens,
            Feeds feeds,
            CurrentEvent current,
            ConsoleFacts facts,
            StatusViewModel status) {
        Language language = preferences.language();
        EventFeed events = feeds.events();
        CommandPalette palette =
                new CommandPalette(commands(screens, events.rows(), current), language);
        StackPane middle = new StackPane();
        middle.getStyleClass().add("middle");
        screens.shownProperty()
                .addListener(
                        (property, before, now) ->
                                now.map(screens::page).ifPresent(middle.getChildren()::setAll));
        BorderPane work = new BorderPane(new StackPane(middle, toasts.node()));
        Node top = new TopBar(events.rows(), current, language, palette::open).node();
        Node navigation = new NavigationPane(screens, language).node();
        BorderPane frame = new BorderPane(work);
        work.setTop(top);
        frame.setLeft(navigation);
        StatusBar bar =
                new StatusBar(
                        facts,
                        status,
                        preferences,
                        kiosk.personProperty(),
                        links(screens, feeds, facts.clock()),
                        lock);
        whenClosed = bar::close;
        frame.setBottom(bar.node());
        kiosk.onProperty()
                .addListener(
                        (property, before, on) -> {
                            work.setTop(on ? null : top);
                            frame.setLeft(on ? null : navigation);
                        });
        StackPane curtain = new StackPane();
        kiosk.drawnProperty().addListener((property, before, now) -> draw(curtain, frame, now));
        curtain.setVisible(false);
        kiosk.idle().over(root);
        root.getStyleClass().add("shell");
        root.getChildren().setAll(frame, palette.node(), curtain);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> shortcut(event, palette));
        status.unexpectedProperty()
                .addListener(
                        (property, before, what) ->
                                what.ifPresent(each -> toasts.tell(each.sentence(language))));
        status.lackingProperty().addListener((property, before, what) -> tellLacking(what));
        return root;
    }

    /** What would go on by itself stops. */
    public void close() {
        whenClosed.run();
    }

    private List<Node> links(Screens screens, Feeds feeds, Clock clock) {
        Language language = preferences.language();
        Runnable openSync = () -> openUnlessBound(screens, SYNC);
        Runnable openHealth = () -> openUnlessBound(screens, HEALTH);
        return List.of(
                new SyncItem(feeds.sync(), language, clock, openSync).node(),
                new HealthItem(feeds.health(), language, openHealth).node());
    }

    private void openUnlessBound(Screens screens, String key) {
        if (!kiosk.isBound()) {
            screens.open(key);
        }
    }

    private void tellLacking(Optional<Permission> what) {
        Language language = preferences.language();
        what.map(each -> language.get("people.permission." + each))
                .ifPresent(each -> toasts.tell(language.get("people.refused", each)));
    }

    /** What is below keeps its place, but takes no key and no touch. */
    private static void draw(StackPane curtain, Node below, Optional<Node> over) {
        curtain.getChildren().setAll(over.stream().toList());
        curtain.setVisible(over.isPresent());
        below.setDisable(over.isPresent());
    }

    private void shortcut(KeyEvent event, CommandPalette palette) {
        if (PALETTE.match(event)) {
            if (!kiosk.onProperty().get() && kiosk.drawnProperty().getValue().isEmpty()) {
                palette.open();
            }
            event.consume();
        }
        if (LOCK.match(event)) {
            lock.shutOrSetUp();
            event.consume();
        }
    }

    private Supplier<List<Command>> commands(
            Screens screens, ObservableList<EventRow> events, CurrentEvent current) {
        return () -> {
            Language language = preferences.language();
            List<Command> all = new ArrayList<>();
            for (Screen screen : screens.all()) {
                String key = screen.titleKey();
                all.add(new Command(language.get(key), screen.icon(), () -> screens.open(key)));
            }
            Texts.LANGUAGES.forEach(
                    each ->
                            all.add(
                                    new Command(
                                            language.get(
                                                    "app.command.language." + each.getLanguage()),
                                            Material2AL.LANGUAGE,
                                            () -> preferences.chooseLanguage(each))));
            for (Appearance.Theme theme : Appearance.Theme.values()) {
                all.add(
                        new Command(
                                language.get("app.command.theme." + theme.name()),
                                Material2MZ.PALETTE,
                                () -> preferences.chooseTheme(theme)));
            }
            all.add(
                    new Command(
                            language.get("app.command.lock"), Material2AL.LOCK, lock::shutOrSetUp));
            events.forEach(
                    row ->
                            all.add(
                                    new Command(
                                            row.name(),
                                            Material2AL.EVENT,
                                            () -> {
                                                current.choose(row);
                                                screens.open("app.screen.event");
                                            })));
            return all;
        };
    }
}
