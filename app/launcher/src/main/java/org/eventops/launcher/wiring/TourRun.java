package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.eventops.console.ConsoleApp;
import org.eventops.console.feature.privacy.PrivacyScreen;
import org.eventops.console.feature.settings.SettingsScreen;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.HealthServices;
import org.eventops.console.shell.Appearance;
import org.eventops.console.tour.PictureEntry;
import org.eventops.console.tour.PictureHealth;
import org.eventops.console.tour.ScreenTour;
import org.eventops.console.tour.ScreenTour.Extra;
import org.eventops.console.tour.SyncPictures;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.people.Person;

/** Takes pictures of every screen, drawn by software and without a display. */
public final class TourRun {
    private static final int LONGEST_MINUTES = 10;

    private final ConsoleServices services;
    private final double width;
    private final double height;

    private TourRun(ConsoleServices services, double width, double height) {
        this.services = services;
        this.width = width;
        this.height = height;
    }

    /** Has to be called before anything else of the toolkit. */
    public static void drawWithoutDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        WindowStart.startToolkit();
    }

    public static TourRun of(
            OpenConsole console, Path folder, Clock clock, double width, double height) {
        return new TourRun(WindowWiring.of(console, folder, clock, Runnable::run), width, height);
    }

    /**
     * @param each takes a picture's name and its bytes as PNG
     */
    public void pictures(Locale language, Appearance.Theme theme, BiConsumer<String, byte[]> each) {
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Platform.runLater(
                () -> {
                    try {
                        tour(language, theme, each, done);
                    } catch (RuntimeException e) {
                        failure.set(e);
                        done.countDown();
                    }
                });
        await(done);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    private void tour(
            Locale language,
            Appearance.Theme theme,
            BiConsumer<String, byte[]> each,
            CountDownLatch done) {
        SyncPictures sync = new SyncPictures(services);
        PictureEntry entry = new PictureEntry();
        PictureHealth health = new PictureHealth(services.health().health());
        ConsoleApp app =
                new ConsoleApp(
                        sync.services(services.access().with(entry))
                                .with(new HealthServices(health, services.health().archive())),
                        language,
                        faults -> new BackgroundTaskRunner(Platform::runLater, faults));
        app.preferences().appearance().themeProperty().set(theme);
        new ScreenTour(app, width, height, extras(app, sync, entry, health))
                .run(
                        each,
                        () -> {
                            app.close();
                            done.countDown();
                        });
    }

    /** What needs a hub and other consoles in life. */
    private Map<String, List<Extra>> extras(
            ConsoleApp app, SyncPictures sync, PictureEntry entry, PictureHealth health) {
        Runnable conflicts =
                () ->
                        app.current()
                                .get()
                                .ifPresent(event -> sync.conflicts(event, () -> list(event)));
        return Map.of(
                "app.screen.sync",
                new SyncTour(app, sync).extras(conflicts),
                "app.screen.door",
                List.of(new Extra("duplicate", conflicts, sync::alone)),
                "app.screen.health",
                List.of(
                        new Extra(
                                "alert",
                                () -> paper(app, health, true),
                                () -> paper(app, health, false))),
                "app.screen.people",
                List.of(new Extra("locked", () -> shut(app, entry), () -> open(app, entry))),
                PrivacyScreen.KEY,
                new PrivacyTour(app, services).extras(),
                SettingsScreen.KEY,
                List.of(new Extra("backups", () -> backUp(app), () -> {})));
    }

    private static void backUp(ConsoleApp app) {
        app.screens().all().stream()
                .filter(SettingsScreen.class::isInstance)
                .map(SettingsScreen.class::cast)
                .forEach(SettingsScreen::backUp);
    }

    /** As when a printer has run out of paper, or has some again. */
    private static void paper(ConsoleApp app, PictureHealth health, boolean without) {
        health.withoutPaper(without);
        app.health().look();
    }

    /** As everybody finds it who has a console to work at. */
    private void shut(ConsoleApp app, PictureEntry entry) {
        entry.show(
                services.people().people().around(Optional.empty()).stream()
                        .filter(each -> each.role().may(Permission.CHECK_IN))
                        .map(Person::name)
                        .toList());
        app.lock().possibleProperty().set(true);
        app.lock().shutOrSetUp();
    }

    private static void open(ConsoleApp app, PictureEntry entry) {
        entry.show(List.of());
        app.lock().open();
        app.lock().possibleProperty().set(false);
    }

    /** The one that the door opens with. */
    private Optional<String> list(EventRow event) {
        return services
                .store()
                .transactions()
                .read(() -> services.door().queries().lists(event.id()))
                .stream()
                .findFirst()
                .map(row -> row.list().name());
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a screen did not come to rest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
