package org.eventops.console.feature.door;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.eventops.console.platform.Running;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.HeldCodes;
import org.eventops.domain.door.camera.SeenCode;

/**
 * The door's camera: what it sees, and each code once. One that breaks is opened again by itself.
 */
public final class DoorCamera {
    private static final String SOURCE = "place.camera";
    private static final String FIRST = "camera:0";
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final long FRAME_BUDGET = 25_000_000;
    private static final long PAUSE = 500_000_000;

    private final TaskRunner tasks;
    private final StoreServices store;
    private final Cameras cameras;
    private final Clock clock;
    private final Consumer<String> scanned;
    private final StringProperty source = new SimpleStringProperty(FIRST);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OFF);
    private final ReadOnlyObjectWrapper<Optional<Sight>> sight =
            new ReadOnlyObjectWrapper<>(Optional.empty());
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
        tasks.read(() -> store.transactions().read(() -> store.settings().get(SOURCE)))
                .onSuccess(kept -> kept.filter(each -> !each.isBlank()).ifPresent(source::set))
                .start();
    }

    void toggle() {
        if (state.get() == State.OFF) {
            start();
        } else {
            stop();
        }
    }

    void stop() {
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
        keep(wanted);
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

    private void keep(String wanted) {
        tasks.write(
                        () ->
                                store.transactions()
                                        .write(
                                                () -> {
                                                    store.settings().put(SOURCE, wanted);
                                                    return wanted;
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
            LockSupport.parkNanos(PAUSE);
        }

        private void watch(FrameSource open, Progress told) throws IOException {
            Optional<GrayFrame> frame = open.next();
            while (frame.isPresent() && !told.cancelled()) {
                now.set(State.LIVE);
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

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Sight>> sightProperty() {
        return sight.getReadOnlyProperty();
    }
}
