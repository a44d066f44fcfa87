package org.eventops.launcher.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eventops.persistence.Store;
import org.eventops.sync.carry.Parcels;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an administrator took this console out, and the file in which what it had not sent was
 * shut away for the administrators then. Stays so until it is let in again, also after a restart.
 */
final class SealedAway {
    private static final Logger LOG = LoggerFactory.getLogger(SealedAway.class);

    /** Name of the file; blank if it was let in again. */
    private static final String SETTING = "sync.locked";

    private final Store store;
    private final Path folder;
    private @Nullable String name;

    SealedAway(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Empty as long as this console belongs to its hub. */
    synchronized Optional<Path> file() {
        String known = name;
        if (known == null) {
            known =
                    store.transactions()
                            .read(
                                    () ->
                                            store.settings()
                                                    .get(SETTING)
                                                    .map(String::strip)
                                                    .orElse(""));
            name = known;
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(known));
    }

    /** Once; if it cannot be written, it is tried again when the hub says again that it is out. */
    synchronized void shut(Parcels parcels) {
        if (file().isPresent()) {
            return;
        }
        String fresh = "sealed-" + store.ids().next() + ".eventops";
        try {
            parcels.seal(folder.resolve(fresh));
            keep(fresh);
        } catch (IOException e) {
            LOG.error("what was not sent could not be sealed", e);
        }
    }

    /** It was let in again. */
    synchronized void open() {
        keep("");
    }

    private void keep(String fresh) {
        store.transactions()
                .write(
                        () -> {
                            store.settings().put(SETTING, fresh);
                            return true;
                        });
        name = fresh;
    }
}
