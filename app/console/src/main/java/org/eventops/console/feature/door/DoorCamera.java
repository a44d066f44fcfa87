package org.eventops.console.feature.door;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Running;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.camera.CameraDevice;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.HeldCodes;
import org.eventops.domain.door.camera.SeenCode;
import org.eventops.domain.door.camera.Torch;
import org.eventops.domain.failure.Backoff;

/**
 * The door's camera: what it sees, and each code once. One that breaks is opened again by itself.
 */
public final class DoorCamera {
    private static final String SOURCE = "place.camera";
    private static final String MIRRORED = "place.camera.mirrored";
    private static final String FIRST = "camera:0";
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final long FRAME_BUDGET = 25_000_000;

    /** As soon as it is back, people wait for it; as long as it is away, it is not worth a core. */
    private static final Backoff PAUSES =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(4));

    private final TaskRunner tasks;
    private final StoreServices store;
    private final Cameras cameras;
    private final Clock clock;
    private final Consumer<String> scanned;
    private final StringProperty source = new SimpleStringProperty(FIRST);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OFF);
    private final ReadOnlyObjectWrapper<Optional<Sight>> sight =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<CameraDevice> devices = FXCollections.observableArrayList();
    private final BooleanProperty mirrored = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<Torch>> torch =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper shining = new ReadOnlyBooleanWrapper(false);
    private Running running = Running.NOTHING;

    /** How the camera does. */
    public enum State {
        OFF,
        OPENING,
        LIVE,
        /** It stalled or went away; it is tried again until it is back or switched off. */
        LOST
    }

    /** A picture with the codes in it. */
    public record Sight(GrayFrame frame, List<SeenCode> codes) {}

    /**
     * @param scanned takes each code once, on the drawing thread
     */
    public DoorCamera(
            TaskRunner tasks,
            StoreServices store,
            Cameras cameras,
            Clock clock,
            Consumer<String> scanned) {
        this.tasks = tasks;
        this.store = store;
        this.cameras = cameras;
        this.clock = clock;
        this.scanned = scanned;
    }

    /** Remembers which camera it was. */
    void load() {
        tasks.read(() -> store.transactions().read(() -> store.settings().under(SOURCE)))
                .onSuccess(this::remember)
                .start();
    }

    private void remember(Map<String, String> kept) {
        Optional.ofNullable(kept.get(SOURCE))
                .filter(each -> !each.isBlank())
                .ifPresent(source::set);
        mirrored.set(Boolean.parseBoolean(kept.get(MIRRORED)));
    }

    /** Asks the system which cameras there are now. */
    void listDevices() {
        tasks.read(cameras::devices).onSuccess(devices::setAll).start();
    }

    /** Shows the picture as a mirror would; what is read stays the same. */
    void mirror() {
        mirrored.set(!mirrored.get());
        keep(MIRRORED, Boolean.toString(mirrored.get()));
    }

    /** On, or off again. */
    void shine() {
        boolean on = !shining.get();
        torch.get()
                .ifPresent(
                        each ->
                                tasks.device(
                                                told -> {
                                                    each.shine(on);
                                                    return on;
                                                })
                                        .onSuccess(shining::set)
                                        .onError(
                                                IOException.class,
                                                gone -> torch.set(Optional.empty()))
                                        .start());
    }

    void toggle() {
        if (state.get() == State.OFF) {
            start();
        } else {
            stop();
        }
    }

    void stop() {
        if (shining.get()) {
            shine();
        }
        torch.set(Optional.empty());
        running.cancel();
        running = Running.NOTHING;
        state.set(State.OFF);
        sight.set(Optional.empty());
    }

    private void start() {
        String wanted = source.get().strip();
        if (wanted.isEmpty()) {
            return;
        }
        keep(SOURCE, wanted);
        tasks.device(told -> cameras.torch(wanted))
                .onSuccess(found -> torch.set(state.get() == State.OFF ? Optional.empty() : found))
                .start();
        state.set(State.OPENING);
        Watching watching = new Watching(wanted);
        Running[] own = {Running.NOTHING};
        own[0] =
                tasks.device(watching::run)
                        .onProgress(watching)
                        .onSuccess(
                                done -> {
                                    if (running.equals(own[0])) {
                                        stop();
                                    }
                                })
                        .start();
        running = own[0];
    }

    private void keep(String key, String value) {
        tasks.write(
                        () ->
                                store.transactions()
                                        .write(
                                                () -> {
                                                    store.settings().put(key, value);
                                                    return value;
                                                }))
                .start();
    }

    /** One use of the camera: {@code run} beside the drawing thread, {@code at} on it. */
    private final class Watching implements Progress {
        private final String wanted;
        private final HeldCodes held = new HeldCodes(AWAY);
        private final CodeReading reader = cameras.reader();
        private final Queue<String> codes = new ConcurrentLinkedQueue<>();
        private final AtomicReference<State> now = new AtomicReference<>(State.OPENING);
        private final AtomicReference<Optional<Sight>> latest =
                new AtomicReference<>(Optional.empty());
        private final RandomGenerator chance = new Random();
        private int failures;
        private boolean over;

        Watching(String wanted) {
            this.wanted = wanted;
        }

        Boolean run(Progress told) {
            while (!told.cancelled()) {
                try (FrameSource open = cameras.open(wanted)) {
                    watch(open, told);
                    if (!open.isLive()) {
                        return true;
                    }
                } catch (IOException e) {
                    // A cable, a battery, a network: it is shown, and tried again until it is back.
                    lost(told);
                }
            }
            return false;
        }

        private void lost(Progress told) {
            now.set(State.LOST);
            latest.set(Optional.empty());
            told.at(1, 1);
            LockSupport.parkNanos(PAUSES.after(failures++, chance).toNanos());
        }

        private void watch(FrameSource open, Progress told) throws IOException {
            Optional<GrayFrame> frame = open.next();
            while (frame.isPresent() && !told.cancelled()) {
                now.set(State.LIVE);
                failures = 0;
                List<SeenCode> seen = reader.look(frame.get(), FRAME_BUDGET);
                boolean fresh = false;
                for (SeenCode code : seen) {
                    if (held.isNew(code.text(), clock.instant())) {
                        codes.add(code.text());
                        fresh = true;
                    }
                }
                latest.set(Optional.of(new Sight(frame.get(), seen)));
                // A new code is told at once, pictures only as often as they are looked at.
                told.at(fresh ? 1 : 0, 1);
                frame = open.next();
            }
        }

        @Override
        public void at(long done, long total) {
            if (over || state.get() == State.OFF) {
                over = true;
                return;
            }
            state.set(now.get());
            sight.set(latest.get());
            for (String code = codes.poll(); code != null; code = codes.poll()) {
                scanned.accept(code);
            }
        }

        @Override
        public boolean cancelled() {
            return over;
        }
    }

    StringProperty sourceProperty() {
        return source;
    }

    /** As they were when last asked for. */
    ObservableList<CameraDevice> devices() {
        return devices;
    }

    ReadOnlyBooleanProperty mirroredProperty() {
        return mirrored;
    }

    /** The light of the camera that is on; empty where it has none. */
    ReadOnlyObjectProperty<Optional<Torch>> torchProperty() {
        return torch.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty shiningProperty() {
        return shining.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Sight>> sightProperty() {
        return sight.getReadOnlyProperty();
    }
}
