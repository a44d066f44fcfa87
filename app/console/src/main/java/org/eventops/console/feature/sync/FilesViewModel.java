package org.eventops.console.feature.sync;

import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.sync.ChangeFiles;
import org.eventops.domain.sync.ChangeFiles.GiveOutcome;
import org.eventops.domain.sync.ChangeFiles.TakeOutcome;

/** The exchange by file, for the day without a hub. */
public final class FilesViewModel {
    private final ScreenContext context;
    private final ChangeFiles files;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

    public FilesViewModel(ScreenContext context, ConsoleServices services) {
        this.context = context;
        this.files = services.sync().files();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What came of the last one, as a sentence; empty before. */
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Writes what waits for the hub. */
    public void give(Path file) {
        begin();
        context.tasks()
                .read(progress -> files.give(file))
                .onSuccess(given -> end(sentence(given, file)))
                .onError(IOException.class, failure -> end("sync.files.unwritable", file))
                .start();
    }

    /** Takes another console's file in. */
    public void take(Path file) {
        begin();
        context.tasks()
                .write(progress -> files.take(file))
                .onSuccess(taken -> end(sentence(taken)))
                .onError(IOException.class, failure -> end("sync.files.unreadable", file))
                .start();
    }

    private void begin() {
        busy.set(true);
        outcome.set("");
    }

    private void end(String sentence) {
        busy.set(false);
        outcome.set(sentence);
    }

    private void end(String key, Path file) {
        end(context.language().get(key, file.getFileName()));
    }

    private String sentence(GiveOutcome outcome, Path file) {
        return switch (outcome) {
            case GiveOutcome.Alone alone -> context.language().get("sync.files.ALONE");
            case GiveOutcome.Given given ->
                    context.language()
                            .get(
                                    "sync.files.given",
                                    given.changes(),
                                    given.answers(),
                                    file.getFileName());
        };
    }

    private String sentence(TakeOutcome outcome) {
        return switch (outcome) {
            case TakeOutcome.Refused refused ->
                    context.language().get("sync.files." + refused.reason());
            case TakeOutcome.Taken taken -> sentence(taken);
        };
    }

    private String sentence(TakeOutcome.Taken taken) {
        String from = taken.from();
        return from == null
                ? context.language().get("sync.files.own", taken.answers())
                : context.language()
                        .get(
                                "sync.files.taken",
                                from,
                                taken.changes(),
                                taken.applied(),
                                taken.answers());
    }
}
