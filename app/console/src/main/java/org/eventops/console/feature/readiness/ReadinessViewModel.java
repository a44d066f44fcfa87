package org.eventops.console.feature.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Running;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.readiness.CameraTest;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.readiness.Look;
import org.eventops.domain.readiness.Topic;

/** Looks at everything at once, and shows each answer as it comes. */
public final class ReadinessViewModel {
    private static final String CAMERA = "place.camera";
    private static final Duration LONGEST_TEST = Duration.ofSeconds(30);

    private final ScreenContext context;
    private final ConsoleServices services;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<String>> held =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Running testing = Running.NOTHING;
    private int round;

    /**
     * @param finding empty while it is looked at
     */
    public record Row(Topic topic, Optional<Finding> finding) {}

    public ReadinessViewModel(ScreenContext context, ConsoleServices services) {
        this.context = context;
        this.services = services;
    }

    /** Looks again; answers to what was asked before are no longer shown. */
    public void look() {
        int mine = ++round;
        List<Look> looks = services.readiness().looks(context.current().get());
        rows.setAll(looks.stream().map(each -> new Row(each.topic(), Optional.empty())).toList());
        for (Look each : looks) {
            context.tasks()
                    .read(each::find)
                    .onSuccess(
                            found -> {
                                if (mine == round) {
                                    show(found);
                                }
                            })
                    .start();
        }
    }

    private void show(Finding found) {
        rows.replaceAll(
                row ->
                        row.topic() == found.topic()
                                ? new Row(row.topic(), Optional.of(found))
                                : row);
    }

    /** Waits for a code in front of the door's camera; a second press ends it. */
    public void testCamera() {
        if (held.get().isPresent()) {
            testing.cancel();
            return;
        }
        context.tasks()
                .read(() -> services.store().transactions().read(this::camera))
                .onSuccess(
                        source ->
                                source.ifPresentOrElse(
                                        this::test,
                                        () ->
                                                context.notices()
                                                        .tell(
                                                                context.language()
                                                                        .get(
                                                                                "readiness.test.none"))))
                .start();
    }

    private Optional<String> camera() {
        return services.store().settings().get(CAMERA).filter(each -> !each.isBlank());
    }

    private void test(String source) {
        held.set(Optional.of(source));
        CameraTest test = new CameraTest(services.door().cameras(), System::nanoTime);
        testing =
                context.tasks()
                        .device(told -> test.run(source, LONGEST_TEST, told))
                        .onSuccess(outcome -> show(finding(source, outcome)))
                        .onEnd(() -> held.set(Optional.empty()))
                        .start();
    }

    private static Finding finding(String source, CameraTest.Outcome outcome) {
        return switch (outcome) {
            case CameraTest.Outcome.Read read -> Finding.good(Topic.CAMERA, "read", read.frames());
            case CameraTest.Outcome.NoCode none ->
                    Finding.bad(Topic.CAMERA, "noCode", none.frames());
            case CameraTest.Outcome.Dark unused -> Finding.bad(Topic.CAMERA, "dark", source);
        };
    }

    /** The camera is given back. */
    void leave() {
        testing.cancel();
    }

    /** How many answers of this kind there are so far. */
    long count(Level level) {
        return rows.stream()
                .flatMap(row -> row.finding().stream())
                .filter(each -> each.level() == level)
                .count();
    }

    boolean isLooking() {
        return rows.stream().anyMatch(row -> row.finding().isEmpty());
    }

    Optional<EventRow> event() {
        return context.current().get();
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** The camera in front of which a code is waited for; empty when none is. */
    public ReadOnlyObjectProperty<Optional<String>> heldProperty() {
        return held.getReadOnlyProperty();
    }
}
