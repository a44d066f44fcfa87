package org.eventops.domain.door;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.event.EventId;

/**
 * The doors' setups between scans. One that is read while a change is being committed is used, but
 * not kept: none that is older than the last change is ever put back after it was thrown away.
 */
final class SetupShelf {
    private static final Set<Feature> ABOUT =
            EnumSet.of(Feature.EVENT, Feature.TICKETING, Feature.DOOR);

    private final Map<Door, DoorSetup> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final ThreadLocal<Boolean> recording = ThreadLocal.withInitial(() -> false);

    private record Door(EventId event, String list) {}

    Optional<DoorSetup> get(EventId event, String list, Supplier<Optional<DoorSetup>> reader) {
        Door door = new Door(event, list);
        DoorSetup known = kept.get(door);
        if (known != null) {
            return Optional.of(known);
        }
        long before = changes.get();
        Optional<DoorSetup> found = reader.get();
        found.ifPresent(setup -> kept.put(door, setup));
        if (changes.get() != before) {
            kept.remove(door);
        }
        return found;
    }

    /** Runs work that writes scans and answers only, and so leaves every setup as it is. */
    <T> T whileRecording(Supplier<T> work) {
        recording.set(true);
        try {
            return work.get();
        } finally {
            recording.remove();
        }
    }

    /** Called on the committing thread: the scans that are recorded here throw nothing away. */
    void changed(LocalChange change) {
        if (!recording.get() && ABOUT.contains(change.feature())) {
            changes.incrementAndGet();
            kept.keySet()
                    .removeIf(
                            door ->
                                    change.scopes().isEmpty()
                                            || change.scopes().contains(door.event().value()));
        }
    }
}
