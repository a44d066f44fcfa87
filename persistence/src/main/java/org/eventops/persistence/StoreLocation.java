package org.eventops.persistence;

import java.nio.file.Path;

/** The folder of one store and the names of what stands in it. */
public record StoreLocation(Path folder) {
    Path database() {
        return folder.resolve("store");
    }

    Path databaseFile() {
        return folder.resolve("store.mv.db");
    }

    Path journal() {
        return folder.resolve("journal");
    }

    Path snapshots() {
        return folder.resolve("snapshots");
    }

    Path tallies() {
        return folder.resolve("tallies");
    }
}
