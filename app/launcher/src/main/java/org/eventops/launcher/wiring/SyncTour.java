package org.eventops.launcher.wiring;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.eventops.console.ConsoleApp;
import org.eventops.console.tour.ScreenTour.Extra;
import org.eventops.console.tour.SyncPictures;

/** The states of the page of sync, which need a hub and other consoles in life. */
final class SyncTour {
    private static final String LET_IN = "#consoles-let-in";

    /** Of the third console in the picture. */
    private static final String TAKE_OUT = "#take-out-" + new UUID(3, 3);

    private final ConsoleApp app;
    private final SyncPictures sync;

    SyncTour(ConsoleApp app, SyncPictures sync) {
        this.app = app;
        this.sync = sync;
    }

    /**
     * @param conflicts shows some
     */
    List<Extra> extras(Runnable conflicts) {
        return List.of(
                new Extra("up_to_date", sync::upToDate, sync::alone),
                new Extra("unreachable", sync::unreachable, sync::alone),
                new Extra("loading", () -> sync.loading(false), sync::alone),
                new Extra("loading_ready", () -> sync.loading(true), sync::alone),
                new Extra("away", sync::away, sync::alone),
                new Extra("locked", sync::locked, sync::alone),
                new Extra("conflicts", conflicts, sync::alone),
                new Extra("consoles", () -> administrator(() -> {}), sync::alone),
                new Extra(
                        "let_in",
                        () -> administrator(() -> press(LET_IN)),
                        () -> after("#let-in-never")),
                new Extra("handed", () -> administrator(this::hand), () -> after("#handed-done")),
                new Extra(
                        "take_out",
                        () -> administrator(() -> press(TAKE_OUT)),
                        () -> after("#take-out-stay")),
                new Extra("consoles_away", this::withoutHub, sync::alone),
                new Extra(
                        "files",
                        () -> {
                            sync.upToDate();
                            whenDrawn(".sync-files");
                        },
                        sync::alone));
    }

    private void administrator(Runnable then) {
        sync.administrator(app.current().get());
        then.run();
        whenDrawn("#consoles");
    }

    private void withoutHub() {
        sync.administratorAway();
        whenDrawn("#consoles");
    }

    private void hand() {
        press(LET_IN);
        ((TextField) found("#let-in-name")).setText("Puerta D");
        press("#let-in-make");
    }

    private void after(String button) {
        press(button);
        sync.alone();
    }

    private void press(String button) {
        ((Button) found(button)).fire();
    }

    /** Scrolls to a part of the page as soon as its data is there. */
    private void whenDrawn(String part) {
        app.tasks().whenIdle(() -> scrollTo(part));
    }

    private void scrollTo(String part) {
        ScrollPane pane = pane();
        pane.applyCss();
        pane.layout();
        Bounds seen = pane.getViewportBounds();
        double beyond = pane.getContent().getLayoutBounds().getHeight() - seen.getHeight();
        double top = found(part).getBoundsInParent().getMinY();
        pane.setVvalue(beyond <= 0 ? 0 : Math.min(1, top / beyond));
    }

    private Node found(String id) {
        return Objects.requireNonNull(pane().getContent().lookup(id), id);
    }

    private ScrollPane pane() {
        return (ScrollPane) app.screens().page(app.screens().shownProperty().get().orElseThrow());
    }
}
