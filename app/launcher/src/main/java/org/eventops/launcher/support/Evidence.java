package org.eventops.launcher.support;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.health.Health;
import org.eventops.domain.sync.SyncControl;
import org.eventops.launcher.log.LogFolder;
import org.eventops.persistence.Store;

/** All that support is sent, as far as it can be had. */
public final class Evidence {
    private static final int LOG_FILES = 3;

    private final Path folder;
    private final List<Piece> pieces = new ArrayList<>();

    private Evidence(Path folder) {
        this.folder = folder;
    }

    /** What can be had of a data folder whether its store opens or not. */
    public static Evidence of(Path folder, Clock clock) {
        Evidence evidence = new Evidence(folder);
        evidence.add("made", () -> Map.of("at", clock.instant().toString(), "format", 1));
        evidence.add("program", ProgramFacts::all);
        evidence.add("folder", () -> FolderSizes.of(folder));
        evidence.pieces.add(new Piece("threads.txt", Threads::write));
        return evidence;
    }

    /** With what only an open store can tell. */
    public Evidence with(Store store, Health health, SyncControl sync) {
        add("health", () -> Facts.report(health.report()));
        add("store", () -> Facts.store(store.condition().figures()));
        add("settings", () -> store.transactions().read(() -> PlainSettings.of(store.settings())));
        add("sync", () -> Facts.sync(sync.status()));
        return this;
    }

    /** With the reason why the store does not open. */
    public Evidence without(StoreException.Problem problem) {
        add("store", () -> Map.of("problem", problem.name()));
        return this;
    }

    private interface Asking {
        Object facts() throws IOException;
    }

    private void add(String name, Asking asking) {
        pieces.add(new Piece(name + ".json", out -> Facts.write(out, asking.facts())));
    }

    /** The log as it is when it is asked for. */
    List<Piece> pieces() throws IOException {
        List<Piece> all = new ArrayList<>(pieces);
        new LogFolder(folder)
                .newestFirst().stream()
                        .limit(LOG_FILES)
                        .map(
                                file ->
                                        new Piece(
                                                "logs/" + file.getFileName(),
                                                out -> LogExtract.write(file, out)))
                        .forEach(all::add);
        return all;
    }
}
