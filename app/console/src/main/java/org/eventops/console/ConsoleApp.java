package org.eventops.console;

import java.io.File;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
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
import org.eventops.console.feature.audit.AuditScreen;
import org.eventops.console.feature.audit.AuditViewModel;
import org.eventops.console.feature.badge.BadgeLayoutViewModel;
import org.eventops.console.feature.badge.BadgePrintViewModel;
import org.eventops.console.feature.badge.BadgeScreen;
import org.eventops.console.feature.counts.CountsScreen;
import org.eventops.console.feature.counts.CountsViewModel;
import org.eventops.console.feature.door.DecisionTexts;
import org.eventops.console.feature.door.DoorScreen;
import org.eventops.console.feature.event.EventDesk;
import org.eventops.console.feature.event.EventListScreen;
import org.eventops.console.feature.event.EventPageViewModel;
import org.eventops.console.feature.event.EventScreen;
import org.eventops.console.feature.exchange.ImportScreen;
import org.eventops.console.feature.exchange.ImportViewModel;
import org.eventops.console.feature.health.HealthScreen;
import org.eventops.console.feature.health.HealthViewModel;
import org.eventops.console.feature.people.PeopleScreen;
import org.eventops.console.feature.people.PeopleViewModel;
import org.eventops.console.feature.privacy.PrivacyScreen;
import org.eventops.console.feature.privacy.PrivacyViewModel;
import org.eventops.console.feature.readiness.ReadinessScreen;
import org.eventops.console.feature.readiness.ReadinessViewModel;
import org.eventops.console.feature.rehearsal.RehearsalScreen;
import org.eventops.console.feature.rehearsal.RehearsalViewModel;
import org.eventops.console.feature.settings.SettingsScreen;
import org.eventops.console.feature.sync.ConflictsViewModel;
import org.eventops.console.feature.sync.ConnectViewModel;
import org.eventops.console.feature.sync.LockedCurtain;
import org.eventops.console.feature.sync.SyncScreen;
import org.eventops.console.feature.ticket.IssueViewModel;
import org.eventops.console.feature.ticket.KeysViewModel;
import org.eventops.console.feature.ticket.TicketsScreen;
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
import org.eventops.domain.door.rule.Rule;
import org.eventops.domain.door.rule.RuleNames;
import org.eventops.domain.event.EventService;
import org.eventops.domain.ticketing.TicketingService;
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
    private final StackPane root;
    private final LongSupplier millis;
    private final Kiosk kiosk = new Kiosk();
    private final ConsoleLock lock;
    private final UnlockViewModel unlock;
    private final DoorParts door;
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
        this.millis = millis;
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
        this.lock = new ConsoleLock(kiosk, services.facts().clock());
        this.unlock = new UnlockViewModel(tasks, services.access().entry(), this::came);
        ShellView shell = new ShellView(preferences, kiosk, lock);
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
        screens.fill(
                made(context, imports, badges(context, press)).stream()
                        .filter(each -> ScreenNeeds.met(each.titleKey(), context.permits()))
                        .toList());
        shut();
        this.root =
                shell.lay(
                        screens, new Feeds(feed, sync, health), current, services.facts(), status);
        health.glance();
        takeFiles(root, imports, kiosk);
    }

    private List<Screen> made(ScreenContext context, ImportScreen imports, BadgeScreen badges) {
        List<Screen> all = new ArrayList<>();
        all.add(new EventListScreen(context, feed, services.files().demo()));
        all.add(
                new EventScreen(
                        context,
                        new EventPageViewModel(context, desk()),
                        this::rule,
                        services.files().exporter()));
        all.add(
                new DoorScreen(
                        context, door.model(), door.sounds(), millis, services.facts().clock()));
        all.add(
                new CountsScreen(
                        context,
                        new CountsViewModel(services, tasks, current),
                        services.files().exporter()));
        all.add(badges);
        all.add(
                new TicketsScreen(
                        context,
                        new IssueViewModel(context, services.tickets()),
                        new KeysViewModel(context, services.store(), services.tickets()),
                        services.door().search(),
                        services.facts().clock().getZone()));
        all.add(new ReadinessScreen(context, new ReadinessViewModel(context, services)));
        all.add(new RehearsalScreen(context, new RehearsalViewModel(context, services)));
        all.add(imports);
        all.add(door.setup(context));
        all.add(syncScreen(context));
        all.add(
                new PeopleScreen(
                        context,
                        new PeopleViewModel(context, services, this::lookForPasswords),
                        services.sync().codes()));
        all.add(
                new HealthScreen(
                        context,
                        new HealthViewModel(context, health, services.health().archive()),
                        services.facts().clock().getZone()));
        all.add(
                new AuditScreen(
                        context,
                        new AuditViewModel(context, services),
                        services.facts().clock().getZone()));
        all.add(new PrivacyScreen(context, new PrivacyViewModel(context, services)));
        all.add(new SettingsScreen(preferences, backups, services.facts().clock().getZone()));
        return all;
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

    private SyncScreen syncScreen(ScreenContext context) {
        ConnectViewModel connect = new ConnectViewModel(context, services, sync::load);
        new LockedCurtain(context.language(), sync, services, connect).over(kiosk, sync);
        return new SyncScreen(
                context, services, sync, connect, new ConflictsViewModel(context, services));
    }

    private BadgePress press(ScreenContext context) {
        return new BadgePress(
                services.badges(),
                tasks,
                context.language(),
                context.notices(),
                services.facts().person());
    }

    private BadgeScreen badges(ScreenContext context, BadgePress press) {
        return new BadgeScreen(
                context,
                services.store(),
                new BadgeLayoutViewModel(context, services.badges()),
                new BadgePrintViewModel(
                        context,
                        services.badges(),
                        services.store(),
                        services.door().search(),
                        press));
    }

    /** A file may be dropped anywhere on the window. */
    private static void takeFiles(StackPane root, ImportScreen imports, Kiosk kiosk) {
        root.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles() && !kiosk.isBound()) {
                        event.acceptTransferModes(TransferMode.COPY);
                    }
                    event.consume();
                });
        root.setOnDragDropped(
                event -> {
                    List<File> files = event.getDragboard().getFiles();
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                    files.stream().findFirst().map(File::toPath).ifPresent(imports::take);
                });
    }

    private String rule(String json, RuleNames names, ZoneId zone) {
        DecisionTexts words = new DecisionTexts(preferences.language().texts());
        Rule rule = Rule.read(json);
        return rule.sentence(names)
                .map(sentence -> words.clause(sentence, zone))
                .orElseGet(
                        () ->
                                rule.problems().stream()
                                        .map(words::problem)
                                        .collect(Collectors.joining(" ")));
    }

    private EventDesk desk() {
        return new EventDesk(
                services.store(),
                services.events(),
                services.door().queries(),
                new EventService(
                        services.store().transactions(),
                        services.events().events(),
                        services.facts().clock()),
                new TicketingService(
                        services.store().transactions(), services.events().ticketing()),
                services.facts().person());
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
        pulse.close();
        backups.close();
        roles.close();
        feed.close();
        sync.close();
        health.close();
        tasks.close();
    }
}
