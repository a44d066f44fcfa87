package org.eventops.console.feature.door;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.event.EventId;

/** How the door of this console is set up; kept in the store, not synced. */
public final class DoorOptions {
    /** Minutes without a touch after which the window locks; 0 is never. */
    public static final List<Integer> LOCKS = List.of(0, 1, 2, 5, 10, 30);

    private static final String PREFIX = "door.";
    private static final String LOCK = PREFIX + "lockMinutes";
    private static final String FULL = PREFIX + "fullVerdict";
    private static final String VOLUME = PREFIX + "volume.";
    private static final String KIOSK = PREFIX + "kiosk";
    private static final int USUAL_LOCK = 5;
    private static final int USUAL_VOLUME = 80;
    private static final int LOUDEST = 100;

    private final TaskRunner tasks;
    private final StoreServices store;
    private final ReadOnlyIntegerWrapper lockMinutes = new ReadOnlyIntegerWrapper(USUAL_LOCK);
    private final ReadOnlyObjectWrapper<FullVerdict> full =
            new ReadOnlyObjectWrapper<>(FullVerdict.KIOSK);
    private final Map<DoorSound, IntegerProperty> volumes = new EnumMap<>(DoorSound.class);
    private Optional<EventId> kiosk = Optional.empty();

    /** When a verdict takes the whole screen for some seconds. */
    public enum FullVerdict {
        NEVER,
        KIOSK,
        ALWAYS
    }

    public DoorOptions(TaskRunner tasks, StoreServices store) {
        this.tasks = tasks;
        this.store = store;
        for (DoorSound each : DoorSound.values()) {
            volumes.put(each, new SimpleIntegerProperty(USUAL_VOLUME));
        }
    }

    /** Reads what was kept and applies it. */
    public Job<Map<String, String>> load() {
        return tasks.read(() -> store.transactions().read(() -> store.settings().under(PREFIX)))
                .onSuccess(this::apply);
    }

    private void apply(Map<String, String> kept) {
        number(kept, LOCK).filter(LOCKS::contains).ifPresent(lockMinutes::set);
        for (FullVerdict each : FullVerdict.values()) {
            if (each.name().equals(kept.get(FULL))) {
                full.set(each);
            }
        }
        volumes.forEach(
                (sound, volume) ->
                        number(kept, VOLUME + sound)
                                .filter(each -> each <= LOUDEST)
                                .ifPresent(volume::set));
        kiosk =
                Optional.ofNullable(kept.get(KIOSK))
                        .filter(each -> !each.isEmpty())
                        .map(UUID::fromString)
                        .map(EventId::new);
    }

    private static Optional<Integer> number(Map<String, String> kept, String key) {
        return Optional.ofNullable(kept.get(key))
                .filter(each -> each.matches("\\d{1,4}"))
                .map(Integer::valueOf);
    }

    public void chooseLock(int minutes) {
        lockMinutes.set(minutes);
        keep(Map.of(LOCK, Integer.toString(minutes)));
    }

    public void chooseFull(FullVerdict chosen) {
        full.set(chosen);
        keep(Map.of(FULL, chosen.name()));
    }

    /**
     * @param volume percent
     */
    public void chooseVolume(DoorSound sound, int volume) {
        volumeProperty(sound).set(volume);
        keep(Map.of(VOLUME + sound, Integer.toString(volume)));
    }

    /**
     * The event whose door this console is a kiosk of, also after it was switched off and on again.
     */
    public Optional<EventId> kiosk() {
        return kiosk;
    }

    void keepKiosk(Optional<EventId> event) {
        kiosk = event;
        keep(Map.of(KIOSK, event.map(each -> each.value().toString()).orElse("")));
    }

    private void keep(Map<String, String> values) {
        tasks.write(
                        () ->
                                store.transactions()
                                        .write(
                                                () -> {
                                                    values.forEach(store.settings()::put);
                                                    return values;
                                                }))
                .start();
    }

    public ReadOnlyIntegerProperty lockMinutesProperty() {
        return lockMinutes.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FullVerdict> fullProperty() {
        return full.getReadOnlyProperty();
    }

    /** Percent. */
    public IntegerProperty volumeProperty(DoorSound sound) {
        return volumes.computeIfAbsent(sound, unused -> new SimpleIntegerProperty(USUAL_VOLUME));
    }
}
