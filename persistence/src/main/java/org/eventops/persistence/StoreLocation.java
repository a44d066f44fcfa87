package org.eventops.persistence;

import java.nio.file.Path;
import org.eventops.persistence.atrest.AtRest;

/** The folder of one store, the names of what stands in it, and what keeps that from being read. */
record StoreLocation(Path folder, AtRest atRest) {
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
