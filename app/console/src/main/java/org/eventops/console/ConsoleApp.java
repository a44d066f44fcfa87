package org.eventops.console;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.eventops.console.feature.door.DoorScreen;
import org.eventops.console.feature.event.EventListScreen;
import org.eventops.console.feature.exchange.ImportScreen;
import org.eventops.console.feature.exchange.ImportViewModel;
import org.eventops.console.feature.people.PeopleScreen;
import org.eventops.console.feature.unlock.UnlockPane;
import org.eventops.console.feature.unlock.UnlockViewModel;
import org.eventops.console.platform.Faults;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.Appearance;
import org.eventops.console.shell.BackupFeed;
import org.eventops.console.shell.BackupPulse;
import org.eventops.console.shell.BadgePress;
import org.eventops.console.shell.ConsoleLock;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.console.shell.EventFeed;
import org.eventops.console.shell.Feeds;
import org.eventops.console.shell.FirstScreen;
import org.eventops.console.shell.HealthFeed;
import org.eventops.console.shell.Kiosk;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Permits;
import org.eventops.console.shell.Preferences;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.Screens;
import org.eventops.console.shell.ShellView;
import org.eventops.console.shell.StatusViewModel;
import org.eventops.console.shell.SyncFeed;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Worker;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.resources.Texts;

/** The window, put together by hand from its services. Made and used on the drawing thread. */
public final class ConsoleApp implements AutoCloseable {
    private static final List<Integer> ICONS = List.of(16, 32, 48, 128, 256);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ConsoleServices services;
    private final TaskRunner tasks;
    private final Screens screens = new Screens();
    private final CurrentEvent current = new CurrentEvent();
    private final Preferences preferences;
    private final EventFeed feed;
    private final SyncFeed sync;
    private final HealthFeed health;
    private final LocalChanges.Subscription roles;
    private final ShellView shell;
    private final StackPane root;
    private final Kiosk kiosk = new Kiosk();
    private final ConsoleLock lock;
    private final UnlockViewModel unlock;
    private final DoorParts door;
    private final BeyondTheDoor beyond;
    private final BackupFeed backups;
    private final BackupPulse pulse;
    private Consumer<String> whenAnother = name -> {};

    /**
     * @param runner makes the window's task runner, given where its failures go
     */
    public ConsoleApp(
            ConsoleServices services, Locale locale, Function<Faults, TaskRunner> runner) {
        this(services, locale, runner, () -> System.nanoTime() / NANOS_PER_MILLI);
    }

    /**
     * @param millis the clock by which keys are told from a scanner's; it never goes back
     */
    public ConsoleApp(
            ConsoleServices services,
            Locale locale,
            Function<Faults, TaskRunner> runner,
            LongSupplier millis) {
        this.services = services;
        StatusViewModel status = new StatusViewModel();
        this.tasks = runner.apply(status);
        this.preferences =
                new Preferences(
                        services.store(),
                        tasks,
                        services.access().access(),
                        new Language(locale),
                        new Appearance());
        this.feed = new EventFeed(services.store(), services.events().events(), tasks, current);
        this.sync = new SyncFeed(services.sync().control(), tasks);
        this.health =
                new HealthFeed(
                        services.health().health(),
                        tasks,
                        services.access().access().mayAnywhere(Permission.SET_UP_CONSOLE));
        this.roles = services.store().changes().listen(this::rolesChanged);
        this.lock = new ConsoleLock(kiosk, services.facts());
        this.unlock = new UnlockViewModel(tasks, services.access().entry(), this::came);
        this.shell = new ShellView(preferences, kiosk, lock);
        ScreenContext context =
                new ScreenContext(
                        tasks,
                        status,
                        preferences.language(),
                        current,
                        shell.notices(),
                        screens,
                        new Permits(services.access().access(), current));
        ImportScreen imports =
                new ImportScreen(
                        context, new ImportViewModel(context, services.files().importer()));
        this.backups =
                new BackupFeed(
                        services.backups(),
                        services.access().access(),
                        context,
                        services.facts().clock());
        this.pulse = new BackupPulse(backups);
        BadgePress press = press(context);
        this.door = new DoorParts(context, services, kiosk, press);
        Feeds feeds = new Feeds(feed, sync, health);
        AllScreens all = new AllScreens(context, services, feeds);
        screens.fill(
                Stream.of(
                                all.event(door, press, millis),
                                all.organisation(imports, this::lookForPasswords),
                                all.console(kiosk, preferences, backups))
                        .map(
                                group ->
                                        group.only(
                                                each ->
                                                        ScreenNeeds.met(
                                                                each.titleKey(),
                                                                context.permits())))
                        .toList());
        this.beyond =
                new BeyondTheDoor(lock, door.model().duty(), screens, services.facts().person());
        screens.gate(beyond::mayOpen);
        shut();
        this.root = shell.lay(screens, feeds, current, services.facts(), status);
        health.glance();
        takeFiles(imports);
        kiosk.onProperty().addListener((property, before, on) -> unbound(on));
    }

    private void shut() {
        UnlockPane pane = new UnlockPane(preferences.language(), unlock, services.facts().clock());
        lock.curtain(pane, () -> pane.enter(services.facts().person()));
        lock.onSetUp(() -> screens.open(PeopleScreen.KEY));
        preferences
                .lockMinutesProperty()
                .addListener((property, before, now) -> lock.afterMinutes(now));
        lock.afterMinutes(preferences.lockMinutesProperty().get());
        unlock.names()
                .addListener(
                        (ListChangeListener<String>)
                                change -> passwords(!unlock.names().isEmpty()));
        lookForPasswords();
    }

    /** As soon as there are passwords, whoever had none shows that they have one by now. */
    private void passwords(boolean any) {
        lock.possibleProperty().set(any);
        if (any && services.access().access().worker().name().isEmpty()) {
            lock.shutOrSetUp();
        }
    }

    /** Whether there is anything to lock with. */
    private void lookForPasswords() {
        unlock.load();
    }

    private void came(String name) {
        if (name.equals(services.access().access().worker().name())
                && name.equals(services.facts().person())) {
            lock.open();
            if (!kiosk.onProperty().get()) {
                beyond.ownerIsBack();
            }
        } else {
            whenAnother.accept(name);
        }
    }

    /** What a person may do can change while they work, also from another console. */
    private void rolesChanged(LocalChange change) {
        Worker before = services.access().access().worker();
        if (change.feature() == Feature.PEOPLE && !before.name().isEmpty()) {
            tasks.read(this::againAllowed)
                    .onSuccess(
                            now -> {
                                if (!now.equals(before)) {
                                    whenAnother.accept(before.name());
                                }
                            })
                    .start();
        }
    }

    private Worker againAllowed() {
        services.access().again().run();
        return services.access().access().worker();
    }

    /**
     * @param then is told when somebody else has come, for whom the window is to be made anew
     */
    public void onAnother(Consumer<String> then) {
        whenAnother = then;
    }

    private BadgePress press(ScreenContext context) {
        return new BadgePress(
                services.badges(),
                tasks,
                context.language(),
                context.notices(),
                services.facts().person());
    }

    /** A file may be dropped anywhere on the window. */
    private void takeFiles(ImportScreen imports) {
        root.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()
                            && !kiosk.isBound()
                            && screens.leadsTo(ImportScreen.KEY)) {
                        event.acceptTransferModes(TransferMode.COPY);
                    }
                    event.consume();
                });
        root.setOnDragDropped(
                event -> {
                    List<File> files = event.getDragboard().getFiles();
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                    files.stream()
                            .findFirst()
                            .map(File::toPath)
                            .ifPresent(file -> take(imports, file));
                });
    }

    /** Whoever may not go there now brings nothing either. */
    private void take(ImportScreen imports, Path file) {
        screens.open(ImportScreen.KEY);
        if (screens.shownProperty().get().filter(imports::equals).isPresent()) {
            imports.take(file);
        }
    }

    /** A supervisor's PIN ends the kiosk; what lies around it opens with a password. */
    private void unbound(boolean kioskOn) {
        if (!kioskOn) {
            lock.shut();
        }
    }

    /**
     * Opens the first screen as soon as the choices of the person are known. A stage that shows
     * something already, and is closed meanwhile, stays closed.
     */
    public void show(Stage stage) {
        boolean fresh = !stage.isShowing();
        pulse.start();
        stage.titleProperty().bind(title());
        dress(stage);
        stage.setScene(scene(WIDTH, HEIGHT));
        stage.setOnCloseRequest(
                event -> {
                    if (kiosk.mayClose()) {
                        close();
                    } else {
                        event.consume();
                    }
                });
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        kiosk.onProperty().addListener((property, before, on) -> stage.setFullScreen(on));
        preferences
                .load()
                .onEnd(() -> door.options().load().onEnd(() -> first(stage, fresh)).start())
                .start();
    }

    /** A console that was a kiosk is one again before anything else can be seen. */
    private void first(Stage stage, boolean fresh) {
        FirstScreen first = new FirstScreen(screens, feed, current, services.facts().clock());
        door.options()
                .kiosk()
                .ifPresentOrElse(
                        event -> {
                            door.model().kiosk().resume();
                            first.open(DoorScreen.KEY, event);
                        },
                        () -> first.open(EventListScreen.KEY, DoorScreen.KEY));
        if (fresh) {
            stage.show();
        }
    }

    private StringBinding title() {
        Language language = preferences.language();
        return Bindings.createStringBinding(
                () ->
                        current.get()
                                .map(row -> language.get("app.title", row.name(), name()))
                                .orElseGet(this::name),
                current.property(),
                language.textsProperty());
    }

    private String name() {
        return preferences.language().get("app.name");
    }

    static void dress(Stage stage) {
        stage.getIcons().setAll(ICONS.stream().map(size -> new Image(icon(size))).toList());
    }

    private static InputStream icon(int size) {
        return Objects.requireNonNull(
                Texts.class.getResourceAsStream("/org/eventops/icons/eventops-" + size + ".png"));
    }

    /** The whole window without a stage, for tests and pictures; once for each console. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root, width, height);
        preferences.appearance().dress(scene);
        return scene;
    }

    public Screens screens() {
        return screens;
    }

    public CurrentEvent current() {
        return current;
    }

    public EventFeed events() {
        return feed;
    }

    public HealthFeed health() {
        return health;
    }

    public Preferences preferences() {
        return preferences;
    }

    public Kiosk kiosk() {
        return kiosk;
    }

    public ConsoleLock lock() {
        return lock;
    }

    public TaskRunner tasks() {
        return tasks;
    }

    @Override
    public void close() {
        // whoever closes does not wait for what only the shown screen wanted
        screens.shownProperty().get().ifPresent(Screen::detach);
        kiosk.idle().after(Duration.INDEFINITE);
        lock.close();
        shell.close();
        pulse.close();
        backups.close();
        roles.close();
        feed.close();
        sync.close();
        health.close();
        tasks.close();
    }
}
