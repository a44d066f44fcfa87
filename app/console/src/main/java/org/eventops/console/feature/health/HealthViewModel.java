package org.eventops.console.feature.health;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.eventops.console.shell.HealthFeed;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.Progress;
import org.eventops.domain.health.HealthReport;
import org.eventops.domain.health.SupportArchive;

/** How this console is, and the file that support is sent. */
public final class HealthViewModel {
    private final ScreenContext context;
    private final HealthFeed feed;
    private final SupportArchive archive;
    private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper made = new ReadOnlyDoubleWrapper();

    public HealthViewModel(ScreenContext context, HealthFeed feed, SupportArchive archive) {
        this.context = context;
        this.feed = feed;
        this.archive = archive;
    }

    public void look() {
        feed.look();
    }

    /** Makes the support archive; an old file stays until the new one is whole. */
    public void archive(Path file) {
        Locale language = context.language().locale();
        making.set(true);
        made.set(0);
        context.tasks()
                .read(progress -> write(file, language, progress))
                .onProgress(new Made())
                .onSuccess(done -> tell("health.archive.done", file))
                .onError(IOException.class, failure -> tell("exchange.export.failed", file))
                .onEnd(() -> making.set(false))
                .start();
    }

    private final class Made implements Progress {
        @Override
        public void at(long done, long total) {
            made.set(total <= 0 ? 0 : (double) done / total);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    private Path write(Path file, Locale language, Progress progress) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                archive.write(out, language, progress);
            }
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void tell(String key, Path file) {
        context.notices().tell(context.language().get(key, file.getFileName()));
    }

    public ReadOnlyObjectProperty<Optional<HealthReport>> reportProperty() {
        return feed.reportProperty();
    }

    /** Whether a support archive is being made. */
    public ReadOnlyBooleanProperty makingProperty() {
        return making.getReadOnlyProperty();
    }

    /** How much of it, from 0 to 1. */
    public ReadOnlyDoubleProperty madeProperty() {
        return made.getReadOnlyProperty();
    }
}
