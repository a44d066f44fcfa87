package org.eventops.console.feature.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Running;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.rehearsal.BuiltInCurve;
import org.eventops.domain.event.EventRow;

/** A rehearsal: what is asked, how far it is, what came out. */
public final class RehearsalViewModel {
    private static final long UNKNOWN = -1;

    private final ScreenContext context;
    private final ConsoleServices services;
    private final RehearsalInput input = new RehearsalInput();
    private final ObservableList<CurveOption> curves = FXCollections.observableArrayList();
    private final ObservableList<String> lists = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<EventRow>> event =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Field, Sentence>> problems =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Attempt.Result>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper(UNKNOWN);
    private final ChangeListener<Optional<EventRow>> eventChosen =
            (property, before, now) -> load();
    private Running running = Running.NOTHING;

    public RehearsalViewModel(ScreenContext context, ConsoleServices services) {
        this.context = context;
        this.services = services;
        curves.setAll(shapes());
    }

    private record Found(List<EventRow> earlier, List<String> lists, int gates) {}

    private static List<CurveOption> shapes() {
        return Stream.of(BuiltInCurve.values()).<CurveOption>map(CurveOption.Shape::new).toList();
    }

    void attach() {
        context.current().property().addListener(eventChosen);
        load();
    }

    /** A rehearsal that nobody watches is not finished. */
    void detach() {
        context.current().property().removeListener(eventChosen);
        cancel();
    }

    private void load() {
        Optional<EventRow> now = context.current().get();
        now.ifPresent(
                row ->
                        context.tasks()
                                .read(() -> services.store().transactions().read(() -> found(row)))
                                .onSuccess(found -> show(row, found))
                                .start());
        if (now.isEmpty()) {
            event.set(now);
        }
    }

    private Found found(EventRow row) {
        return new Found(
                services.events().events().rows().stream()
                        .filter(each -> each.entered() > 0)
                        .toList(),
                services.door().queries().lists(row.id()).stream()
                        .map(each -> each.list().name())
                        .toList(),
                services.door().queries().gates(row.id()).size());
    }

    private void show(EventRow row, Found found) {
        boolean same = event.get().map(EventRow::id).equals(Optional.of(row.id()));
        lists.setAll(found.lists());
        CurveOption chosen = input.curveProperty().get();
        List<CurveOption> all = new ArrayList<>(shapes());
        found.earlier().forEach(each -> all.add(new CurveOption.Earlier(each.slug(), each.name())));
        all.add(new CurveOption.FromFile());
        curves.setAll(all);
        input.curveProperty().set(all.contains(chosen) ? chosen : all.getFirst());
        if (!same || input.listProperty().get().filter(lists::contains).isEmpty()) {
            input.listProperty().set(lists.stream().findFirst());
        }
        if (!same) {
            begin(row, found.gates());
        }
        event.set(Optional.of(row));
    }

    /** What is known of the event stands in the fields already. */
    private void begin(EventRow row, int gates) {
        cancel();
        input.number(Field.ARRIVALS).set(row.sold() == 0 ? "" : Integer.toString(row.sold()));
        input.number(Field.LANES).set(Integer.toString(Math.max(1, gates)));
        problems.set(Map.of());
        result.set(Optional.empty());
    }

    void run() {
        Optional<EventRow> row = event.get();
        if (busy.get() || row.isEmpty()) {
            return;
        }
        problems.set(input.problems());
        if (problems.get().isEmpty()) {
            run(row.get());
        }
    }

    private void run(EventRow row) {
        Attempt attempt = attempt(row);
        busy.set(true);
        progress.set(UNKNOWN);
        secondsLeft.set(UNKNOWN);
        result.set(Optional.empty());
        running =
                context.tasks()
                        .bulk(work -> attempt.run(services.rehearsals(), work))
                        .onSuccess(this::ended)
                        .onProgress(new Watch())
                        .onEnd(() -> busy.set(false))
                        .start();
    }

    private Attempt attempt(EventRow row) {
        return new Attempt(
                new Attempt.Asked(
                        row.slug(),
                        input.listProperty().get().orElseThrow(),
                        input.arrivals(),
                        input.minutes(),
                        input.staffing()),
                input.curveProperty().get(),
                input.fileProperty().get());
    }

    private void ended(Attempt.Result end) {
        if (end instanceof Attempt.Result.Wrong wrong) {
            problems.set(Map.of(Field.CURVE, wrong.sentence()));
        } else {
            result.set(Optional.of(end));
        }
    }

    void cancel() {
        running.cancel();
    }

    /** Turns what is done into a share and a time left. */
    private final class Watch implements Progress {
        private long began = System.nanoTime();

        @Override
        public void at(long count, long total) {
            if (total <= 0 || count <= 0) {
                began = System.nanoTime();
                return;
            }
            progress.set((double) count / total);
            double passed = (System.nanoTime() - began) / 1e9;
            secondsLeft.set(Math.round(passed * (total - count) / count));
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    RehearsalInput input() {
        return input;
    }

    ObservableList<CurveOption> curves() {
        return curves;
    }

    ObservableList<String> lists() {
        return lists;
    }

    /** The event whose figures stand in the fields. */
    ReadOnlyObjectProperty<Optional<EventRow>> eventProperty() {
        return event.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<Field, Sentence>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Attempt.Result>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Below zero while the event is copied. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Below zero while it cannot be told. */
    ReadOnlyLongProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }
}
