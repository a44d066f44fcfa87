package org.eventops.launcher.wiring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eventops.console.ConsoleApp;
import org.eventops.console.feature.privacy.PrivacyScreen;
import org.eventops.console.feature.settings.SettingsScreen;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.tour.ScreenTour.Extra;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.privacy.RetentionService;

/** Pictures of personal data: whose time is over, several of a name, one who was found. */
final class PrivacyTour {
    private static final int DAYS = 30;

    private final ConsoleApp app;
    private final ConsoleServices services;

    PrivacyTour(ConsoleApp app, ConsoleServices services) {
        this.app = app;
        this.services = services;
    }

    List<Extra> extras() {
        RetentionService retention = services.people().privacy().retention();
        return List.of(
                new Extra(
                        "due",
                        () -> {
                            retention.keepFor(Optional.of(DAYS));
                            comeBack();
                        },
                        () -> {
                            retention.keepFor(Optional.empty());
                            comeBack();
                        }),
                new Extra("several", () -> search(namesakes()), () -> {}),
                new Extra("found", () -> search(somebody()), () -> {}));
    }

    /** What is laid down is read when the page is opened. */
    private void comeBack() {
        app.screens().open(SettingsScreen.KEY);
        app.screens().open(PrivacyScreen.KEY);
    }

    private void search(Optional<String> whom) {
        app.screens().all().stream()
                .filter(PrivacyScreen.class::isInstance)
                .map(PrivacyScreen.class::cast)
                .forEach(screen -> whom.ifPresent(screen::searchFor));
    }

    /** Whoever of the event can be written to is there for certain. */
    private Optional<String> somebody() {
        return addresses().values().stream().flatMap(Set::stream).findFirst();
    }

    private Optional<String> namesakes() {
        return addresses().entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** By the names that have them. */
    private Map<String, Set<String>> addresses() {
        Map<String, Set<String>> found = new HashMap<>();
        app.current()
                .get()
                .ifPresent(
                        event ->
                                services.store()
                                        .transactions()
                                        .read(
                                                () -> {
                                                    read(event, found);
                                                    return found.size();
                                                }));
        return new TreeMap<>(found);
    }

    private void read(EventRow event, Map<String, Set<String>> found) {
        services.events()
                .ticketing()
                .attendees(
                        event.id(),
                        row -> {
                            String name = row.name();
                            String email = row.email();
                            if (name != null && email != null) {
                                found.computeIfAbsent(name, unused -> new HashSet<>()).add(email);
                            }
                        });
    }
}
