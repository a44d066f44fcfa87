package org.eventops.launcher.doctor;

import java.util.List;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Topic;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.resources.Texts;

/** What opening the store says about it. */
public final class StoreChecks {
    private final Texts texts;
    private final OpenConsole console;

    public StoreChecks(Texts texts, OpenConsole console) {
        this.texts = texts;
        this.console = console;
    }

    public List<Finding> all() {
        return List.of(store(), journal());
    }

    private Finding store() {
        return console.recovery(texts)
                .map(what -> Finding.good(Topic.STORE, "recovered", what))
                .orElseGet(() -> Finding.good(Topic.STORE, "open"));
    }

    private Finding journal() {
        int damaged = console.store().opening().damagedPlaces();
        return damaged == 0
                ? Finding.good(Topic.JOURNAL, "whole")
                : Finding.bad(Topic.JOURNAL, "damaged", damaged);
    }
}
