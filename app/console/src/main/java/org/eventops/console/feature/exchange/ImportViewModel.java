package org.eventops.console.feature.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Running;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.exchange.ImportPreview;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.exchange.Importer;

/** One file on its way in: looked at, mapped, tried, read. */
public final class ImportViewModel {
    static final String EVENT_FILE = "event";
    private static final long UNKNOWN = -1;

    private final ScreenContext context;
    private final Importer importer;
    private final Map<AttendeeField, String> mapping = new EnumMap<>(AttendeeField.class);
    private final ReadOnlyObjectWrapper<Optional<Looked>> looked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Done>> done =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> unreadable =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper(UNKNOWN);
    private Running running = Running.NOTHING;

    public ImportViewModel(ScreenContext context, Importer importer) {
        this.context = context;
        this.importer = importer;
    }

    /** A file and what it was recognised as. */
    record Looked(Path file, ImportPreview preview) {
        boolean isList() {
            return !preview.format().equals(EVENT_FILE);
        }
    }

    /** How an import ended. */
    record Done(ImportReport report, boolean dryRun) {}

    void look(Path file) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        done.set(Optional.empty());
        unreadable.set(Optional.empty());
        context.tasks()
                .read(work -> importer.look(file))
                .onSuccess(preview -> show(file, preview))
                .onError(IOException.class, failure -> unreadable.set(Optional.of(file)))
                .onEnd(() -> busy.set(false))
                .start();
    }

    private void show(Path file, ImportPreview preview) {
        mapping.clear();
        mapping.putAll(preview.mapping().columns());
        looked.set(Optional.of(new Looked(file, preview)));
    }

    void map(AttendeeField field, String header) {
        if (header.isEmpty()) {
            mapping.remove(field);
        } else {
            mapping.put(field, header);
        }
    }

    void run(boolean dryRun) {
        looked.get().filter(each -> !busy.get()).ifPresent(each -> run(each, dryRun));
    }

    private void run(Looked file, boolean dryRun) {
        busy.set(true);
        progress.set(UNKNOWN);
        secondsLeft.set(UNKNOWN);
        done.set(Optional.empty());
        String event =
                file.isList() ? context.current().get().map(EventRow::slug).orElse(null) : null;
        ColumnMapping columns = file.isList() ? new ColumnMapping(mapping) : null;
        ImportRequest request = new ImportRequest(file.file(), null, event, dryRun, false, columns);
        running =
                context.tasks()
                        .bulk(work -> importer.run(request, work))
                        .onSuccess(report -> done.set(Optional.of(new Done(report, dryRun))))
                        .onError(
                                IOException.class,
                                failure -> unreadable.set(Optional.of(file.file())))
                        .onProgress(new Watch())
                        .onEnd(() -> busy.set(false))
                        .start();
    }

    void cancel() {
        running.cancel();
    }

    /** Turns what is done into a share and a time left. */
    private final class Watch implements Progress {
        private final long began = System.nanoTime();

        @Override
        public void at(long count, long total) {
            if (total <= 0 || count <= 0) {
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

    ReadOnlyObjectProperty<Optional<Looked>> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Done>> doneProperty() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Path>> unreadableProperty() {
        return unreadable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Below zero while it cannot be told. */
    ReadOnlyLongProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    Map<AttendeeField, String> mapping() {
        return Map.copyOf(mapping);
    }
}
