package org.eventops.console.feature.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.eventops.console.feature.sync.EnrolmentSource.From;
import org.eventops.console.platform.Running;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.SyncOutcomes;
import org.eventops.domain.change.Progress;
import org.eventops.domain.readiness.CameraTest;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;

/** Makes this console one of a hub's: an enrolment, its passphrase, and what came of it. */
public final class ConnectViewModel {
    private static final String CAMERA = "place.camera";
    private static final String FIRST = "camera:0";
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(60);
    private static final Duration PICTURE_LOOK = Duration.ofSeconds(10);
    private static final long LARGEST = 1 << 16;
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final ScreenContext context;
    private final ConsoleServices services;
    private final Runnable connected;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<EnrolmentSource>> source =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ConnectOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> camera =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private Running looking = Running.NOTHING;
    private Running connecting = Running.NOTHING;

    /** What is missing or wrong before anything can be asked of a hub. */
    public enum What {
        NO_BUNDLE,
        NOT_A_BUNDLE,
        NO_PASSPHRASE,
        UNREADABLE,
        TOO_LARGE,
        NO_CODE
    }

    /**
     * @param name of the file or camera it is about, else empty
     */
    public record Problem(What what, String name) {}

    /**
     * @param connected told when this console has become one of a hub's
     */
    public ConnectViewModel(ScreenContext context, ConsoleServices services, Runnable connected) {
        this.context = context;
        this.services = services;
        this.connected = connected;
        typed.addListener((property, before, now) -> typed(now));
    }

    private void typed(String text) {
        if (text.isBlank()) {
            source.set(source.get().filter(each -> each.from() != From.TEXT));
            return;
        }
        Optional<EnrolmentSource> read = EnrolmentSource.of(From.TEXT, "", text);
        source.set(read);
        boolean beginning = EnrolmentSource.PREFIX.startsWith(text.strip());
        problem.set(
                read.isPresent() || beginning
                        ? Optional.empty()
                        : Optional.of(new Problem(What.NOT_A_BUNDLE, "")));
    }

    /** Takes an enrolment's file, or a picture of its code. */
    public void open(Path file) {
        String name = String.valueOf(file.getFileName());
        if (PICTURES.contains(ending(name))) {
            look(file.toString(), name, From.PICTURE, PICTURE_LOOK);
            return;
        }
        context.tasks()
                .read(progress -> content(file))
                .onSuccess(text -> take(text, name))
                .onError(
                        IOException.class,
                        failure -> problem.set(Optional.of(new Problem(What.UNREADABLE, name))))
                .start();
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> content(Path file) throws IOException {
        return Files.size(file) > LARGEST
                ? Optional.empty()
                : Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    private void take(Optional<String> text, String name) {
        if (text.isEmpty()) {
            problem.set(Optional.of(new Problem(What.TOO_LARGE, name)));
            return;
        }
        found(EnrolmentSource.of(From.FILE, name, text.get()), What.NOT_A_BUNDLE, name);
    }

    private void found(Optional<EnrolmentSource> read, What otherwise, String name) {
        problem.set(
                read.isPresent() ? Optional.empty() : Optional.of(new Problem(otherwise, name)));
        read.ifPresent(
                each -> {
                    typed.set("");
                    source.set(Optional.of(each));
                });
    }

    /** Waits for a code in front of the door's camera; a second press ends it. */
    public void toggleCamera() {
        if (camera.get().isPresent()) {
            looking.cancel();
            camera.set(Optional.empty());
            return;
        }
        context.tasks()
                .read(() -> services.store().transactions().read(this::chosenCamera))
                .onSuccess(
                        chosen -> {
                            camera.set(Optional.of(chosen));
                            look(chosen, chosen, From.CAMERA, LONGEST_LOOK);
                        })
                .start();
    }

    private String chosenCamera() {
        return services.store()
                .settings()
                .get(CAMERA)
                .filter(each -> !each.isBlank())
                .orElse(FIRST);
    }

    private void look(String place, String name, From from, Duration longest) {
        CameraTest look = new CameraTest(services.door().cameras(), System::nanoTime);
        looking =
                context.tasks()
                        .device(told -> look.run(place, longest, told))
                        .onSuccess(seen -> found(source(seen, from, name), What.NO_CODE, name))
                        .onEnd(() -> camera.set(Optional.empty()))
                        .start();
    }

    private static Optional<EnrolmentSource> source(
            CameraTest.Outcome seen, From from, String name) {
        return seen instanceof CameraTest.Outcome.Read read
                ? EnrolmentSource.of(from, name, read.text())
                : Optional.empty();
    }

    /** Asks the hub; the passphrase is wiped as soon as it was used. */
    public void connect(char[] passphrase) {
        outcome.set(Optional.empty());
        Optional<EnrolmentSource> chosen = source.get();
        if (busy.get()) {
            return;
        }
        if (chosen.isEmpty()) {
            problem.set(problem.get().or(() -> Optional.of(new Problem(What.NO_BUNDLE, ""))));
            return;
        }
        if (passphrase.length == 0) {
            problem.set(Optional.of(new Problem(What.NO_PASSPHRASE, "")));
            return;
        }
        problem.set(Optional.empty());
        busy.set(true);
        progress.set(-1);
        byte[] bundle = chosen.get().bytes();
        connecting =
                context.tasks()
                        .bulk(told -> asked(bundle, passphrase, told))
                        .onProgress(told())
                        .onSuccess(this::came)
                        .onCancelled(
                                () ->
                                        context.notices()
                                                .tell(
                                                        context.language()
                                                                .get("sync.connect.cancelled")))
                        .onEnd(() -> busy.set(false))
                        .start();
    }

    private ConnectOutcome asked(byte[] bundle, char[] passphrase, Progress told) {
        try {
            return services.sync().control().connect(bundle, passphrase, told);
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    private Progress told() {
        return new Progress() {
            @Override
            public void at(long done, long total) {
                progress.set(total <= 0 ? -1 : (double) done / total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private void came(ConnectOutcome result) {
        outcome.set(Optional.of(result));
        if (result instanceof ConnectOutcome.Connected
                || result instanceof ConnectOutcome.AlreadyConnected) {
            typed.set("");
            source.set(Optional.empty());
            connected.run();
        }
        if (result instanceof ConnectOutcome.Connected) {
            context.notices().tell(new SyncOutcomes(context.language().texts()).connect(result));
        }
    }

    /** Asks it to stop; what it has done by then stays done. */
    public void cancel() {
        connecting.cancel();
    }

    /** The camera is given back. */
    void leave() {
        looking.cancel();
        camera.set(Optional.empty());
    }

    /** What was pasted or typed by a scanner. */
    public StringProperty typedProperty() {
        return typed;
    }

    ReadOnlyObjectProperty<Optional<EnrolmentSource>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ConnectOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** The camera in front of which a code is waited for. */
    public ReadOnlyObjectProperty<Optional<String>> cameraProperty() {
        return camera.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** From 0 to 1; below 0 while it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
