package org.eventops.console.feature.door;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.door.duty.PinPane;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.Presence;
import org.eventops.domain.door.Verdict;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The door. */
public final class DoorScreen implements Screen {
    public static final String KEY = "app.screen.door";

    /** Verdicts that tickets of a demo event get. */
    private static final List<Verdict> SHOWN =
            List.of(
                    Verdict.ADMITTED,
                    Verdict.ALREADY_IN,
                    Verdict.ANSWERS_REQUIRED,
                    Verdict.UNPAID,
                    Verdict.UNAPPROVED,
                    Verdict.CANCELED,
                    Verdict.BLOCKED,
                    Verdict.NOT_YET_VALID,
                    Verdict.EXPIRED,
                    Verdict.WRONG_PRODUCT,
                    Verdict.RULE_REFUSED,
                    Verdict.AMBIGUOUS,
                    Verdict.UNKNOWN_TICKET);

    private static final Insets MARGIN = new Insets(12, 20, 12, 20);

    private final Language language;
    private final DoorViewModel model;
    private final DoorSounds sounds;
    private final SearchPane search;
    private final StackPane root = new StackPane();
    private final PinPane asked;
    private final ReadinessBar ready;
    private final DuplicateBar duplicate;
    private final Node empty;
    private final BorderPane door = new BorderPane();

    public DoorScreen(
            ScreenContext context,
            DoorViewModel model,
            DoorSounds sounds,
            LongSupplier millis,
            Clock clock) {
        this.language = context.language();
        this.asked = new PinPane(language, model.duty(), clock, false);
        this.model = model;
        this.sounds = sounds;
        this.search = new SearchPane(language, model);
        this.ready = new ReadinessBar(language, model.readiness(), context.navigation());
        this.duplicate = new DuplicateBar(language, model, context.navigation());
        this.empty =
                new EmptyState(
                        language,
                        Material2MZ.MEETING_ROOM,
                        "door.screen.noEvent",
                        "door.screen.noEvent.line");
        lay();
        root.getStyleClass().add("door");
        root.setFocusTraversable(true);
        StackPane.setAlignment(asked, Pos.TOP_RIGHT);
        StackPane.setMargin(asked, MARGIN);
        asked.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getChildren().addAll(door, empty, asked);
        new WholeScreen(door, model).watch(root);
        model.duty()
                .askProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now.isEmpty()) {
                                root.requestFocus();
                            }
                        });
        listen(new KeyListener(root, model, search::admitSelected, millis));
        model.answerProperty()
                .addListener(
                        (property, before, now) ->
                                now.map(each -> each.decision().verdict()).ifPresent(sounds::play));
        model.place()
                .listProperty()
                .addListener(
                        (property, before, now) -> {
                            open();
                            model.readiness().look();
                        });
        open();
    }

    private void listen(KeyListener keys) {
        EventHandler<KeyEvent> functions = this::pressed;
        root.sceneProperty()
                .addListener(
                        (property, before, now) -> {
                            if (before != null) {
                                before.removeEventFilter(KeyEvent.KEY_PRESSED, functions);
                                keys.off(before);
                            }
                            if (now != null) {
                                now.addEventFilter(KeyEvent.KEY_PRESSED, functions);
                                keys.on(now);
                            }
                        });
    }

    private void lay() {
        LogPane log = new LogPane(language, model);
        VBox.setVgrow(log, Priority.ALWAYS);
        VBox side =
                new VBox(
                        search,
                        new CameraPane(language, model.camera()),
                        new CountsPane(language, model),
                        log);
        side.getStyleClass().add("door-side");
        door.setTop(new VBox(new PlaceBar(language, model, sounds), duplicate, ready));
        door.setCenter(new VerdictPane(language, model));
        door.setRight(scrolled(side));
        door.setBottom(help());
    }

    /** What does not fit beside the verdict is scrolled to; it never pushes the window apart. */
    private static ScrollPane scrolled(VBox side) {
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(Region.USE_PREF_SIZE);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private Node help() {
        Label keys = new Label();
        keys.textProperty().bind(language.of("door.screen.keys"));
        keys.getStyleClass().addAll("muted", "door-keys");
        keys.setMinWidth(0);
        Label silent = new Label();
        silent.textProperty().bind(language.of("door.screen.silent"));
        silent.getStyleClass().addAll("muted", "door-keys");
        silent.visibleProperty().bind(sounds.silentProperty());
        silent.managedProperty().bind(sounds.silentProperty());
        return new HBox(keys, silent);
    }

    private void open() {
        boolean ready = model.place().listProperty().get().isPresent();
        Presence.set(door, ready);
        Presence.set(empty, !ready);
    }

    private void pressed(KeyEvent event) {
        if (isTypedElsewhere() || model.duty().isLocked()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.F2) {
            model.camera().toggle();
        } else if (code == KeyCode.F3 || (code == KeyCode.F && event.isControlDown())) {
            search.field().requestFocus();
        } else if (code == KeyCode.F4) {
            model.exitProperty().set(!model.exitProperty().get());
        } else if (code == KeyCode.F5) {
            model.badges().again();
        } else if (code == KeyCode.F6) {
            focus("#override-reason");
        } else if (code == KeyCode.F7) {
            fire("#action-takePending");
        } else if (code == KeyCode.F8) {
            fire("#action-undo");
        } else if (code == KeyCode.F9) {
            model.duty().supervise();
        } else if (code == KeyCode.F10) {
            sounds.mutedProperty().set(!sounds.mutedProperty().get());
        } else if (code == KeyCode.F11) {
            model.kiosk().toggle();
        } else if (code == KeyCode.F12) {
            model.duty().lock();
        } else if (code == KeyCode.V && event.isShortcutDown() && !isWritten()) {
            Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                    .ifPresent(model::pasted);
        } else if (code == KeyCode.ESCAPE) {
            escape();
        } else {
            return;
        }
        event.consume();
    }

    /** Such as in the command palette, which has an Escape of its own. */
    private boolean isTypedElsewhere() {
        Node owner = root.getScene().getFocusOwner();
        boolean field = owner instanceof TextInputControl;
        while (owner != null && !root.equals(owner)) {
            owner = owner.getParent();
        }
        return field && owner == null;
    }

    /** A reason, an answer or a search that is begun is pasted into. */
    private boolean isWritten() {
        return root.getScene().getFocusOwner() instanceof TextInputControl field
                && !(field.equals(search.field()) && field.getText().isEmpty());
    }

    /** First a question for a PIN goes, then what is typed, then the verdict. */
    private void escape() {
        if (model.duty().askProperty().get().isPresent()) {
            model.duty().cancel();
            root.requestFocus();
            return;
        }
        if (model.search().typedProperty().get().isEmpty()) {
            model.clear();
        }
        model.search().typedProperty().set("");
        root.requestFocus();
    }

    private void focus(String id) {
        Optional.ofNullable(root.lookup(id)).ifPresent(Node::requestFocus);
    }

    private void fire(String id) {
        if (root.lookup(id) instanceof javafx.scene.control.Button button) {
            button.fire();
        }
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.HOW_TO_REG;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        sounds.load();
        model.attach();
        ready.start();
        root.requestFocus();
    }

    @Override
    public void detach() {
        model.duty().cancel();
        ready.stop();
        model.detach();
    }

    /** Real scans of tickets that the event has, one for each kind of verdict there is. */
    @Override
    public Map<String, Runnable> states() {
        Map<String, Runnable> states = new LinkedHashMap<>();
        for (Verdict verdict : SHOWN) {
            states.put(
                    verdict.name().toLowerCase(java.util.Locale.ROOT),
                    () -> model.showCase(verdict));
        }
        states.put("search", () -> model.search().typedProperty().set("mar"));
        states.put(
                "kiosk",
                () -> {
                    model.kiosk().show(true);
                    model.showCase(Verdict.ALREADY_IN);
                });
        states.put(
                "who",
                () -> {
                    model.kiosk().show(false);
                    model.clear();
                    model.duty().change();
                });
        return states;
    }
}
