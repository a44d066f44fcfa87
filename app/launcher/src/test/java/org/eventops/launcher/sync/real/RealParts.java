package org.eventops.launcher.sync.real;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eventops.sync.sim.HubAudit;
import org.eventops.sync.sim.HubUnderTest;
import org.eventops.sync.sim.Parts;
import org.eventops.sync.sim.StoreUnderTest;
import org.jspecify.annotations.Nullable;

/** A real hub and real stores for one history; everything is gone when it is closed. */
final class RealParts implements Parts, AutoCloseable {
    private static final int STEPS = Integer.getInteger("sync.steps", 130);

    private final RealDatabase database;
    private final Path empty;
    private final Path folder;
    private final long seed;
    private final List<RealStore> stores = new ArrayList<>();
    private @Nullable RealHub hub;
    private int folders;

    /**
     * @param empty a store that nobody has written to
     * @param folder for those of this history; not there yet
     */
    RealParts(RealDatabase database, Path empty, Path folder, long seed) {
        this.database = database;
        this.empty = empty;
        this.folder = folder;
        this.seed = seed;
    }

    @Override
    public HubUnderTest hub(Supplier<UUID> ids, Supplier<Instant> clock, HubAudit audit) {
        RealHub made = new RealHub(database, seed, clock, audit);
        hub = made;
        return made;
    }

    @Override
    public StoreUnderTest store(
            Supplier<UUID> ids, Supplier<Instant> clock, HubAudit audit, LongSupplier gaps) {
        RealStore made = new RealStore(() -> folder.resolve("s" + folders++), empty, clock);
        stores.add(made);
        return made;
    }

    @Override
    public int steps() {
        return STEPS;
    }

    @Override
    public void close() {
        stores.forEach(RealStore::close);
        if (hub != null) {
            hub.close();
        }
        StoreFolder.delete(folder);
    }
}
