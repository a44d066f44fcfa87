package org.eventops.console.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Running;
import org.eventops.console.services.BackupServices;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.backup.BackupOutcome;
import org.eventops.domain.backup.BackupSchedule;
import org.eventops.domain.backup.BackupState;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.Unhurried;

/**
 * How it stands with the backups, and the one place that takes them while the window is open: when
 * they are due, whoever works here, and when a person wants one.
 */
public final class BackupFeed implements AutoCloseable {
    private final BackupServices services;
    private final Access access;
    private final ScreenContext context;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing(Optional.empty(), false, 0, ""));
    private Running running = Running.NOTHING;
    private Optional<Instant> lastTry = Optional.empty();

    /**
     * @param state empty until it was asked for, and for those who may not know
     * @param underWay whether one is being taken
     * @param bytes how far that is
     * @param news what came of the last one, in a sentence; empty before
     */
    public record Standing(Optional<BackupState> state, boolean underWay, long bytes, String news) {
        Standing with(BackupState now) {
            return new Standing(Optional.of(now), underWay, bytes, news);
        }

        Standing at(long done) {
            return new Standing(state, true, done, news);
        }

        Standing ended(String sentence) {
            return new Standing(state, false, 0, sentence);
        }
    }

    public BackupFeed(BackupServices services, Access access, ScreenContext context, Clock clock) {
        this.services = services;
        this.access = access;
        this.context = context;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Whether whoever works here may take them. */
    public boolean permitted() {
        return access.may(Permission.BACK_UP);
    }

    /** Asks again how it stands. */
    public void load() {
        if (permitted()) {
            context.tasks()
                    .read(services.service()::state)
                    .onSuccess(now -> standing.set(standing.get().with(now)))
                    .start();
        }
    }

    /** Takes one now. */
    public void backUp() {
        begin(progress -> services.service().backUp(progress), true);
    }

    /** The one under way is no longer wanted; nothing of it is left behind. */
    public void cancel() {
        running.cancel();
    }

    /** Copies go there as well from now on; empty for none. */
    public void chooseSecond(Optional<Path> folder) {
        context.tasks()
                .write(
                        () -> {
                            services.places().chooseSecond(folder);
                            return services.service().state();
                        })
                .onSuccess(now -> standing.set(standing.get().with(now)))
                .start();
    }

    /** Looks whether one is due, and takes it; what failed is tried again an hour later. */
    void tick() {
        boolean early =
                lastTry.map(at -> at.plus(BackupSchedule.INCREMENTAL_EACH))
                        .map(clock.instant()::isBefore)
                        .orElse(false);
        if (!standing.get().underWay() && !early) {
            context.tasks()
                    .read(() -> own(services.service()::due))
                    .onSuccess(due -> due.ifPresent(kind -> begin(this::byItself, false)))
                    .start();
        }
    }

    private BackupOutcome byItself(Progress progress) {
        // Nobody asked for it: a door beside it must not feel it.
        return own(() -> services.service().backUp(new Unhurried(progress)));
    }

    private <T> T own(Supplier<T> work) {
        return access.ownWork(work);
    }

    private interface Taking {
        BackupOutcome take(Progress progress);
    }

    /**
     * @param asked by a person, who is told also when all is well
     */
    private void begin(Taking taking, boolean asked) {
        if (standing.get().underWay()) {
            return;
        }
        lastTry = Optional.of(clock.instant());
        standing.set(standing.get().at(0));
        running =
                context.tasks()
                        .bulk(taking::take)
                        .onProgress(new Shown())
                        .onSuccess(outcome -> ended(outcome, asked))
                        .onError(StoreException.class, this::failed)
                        .onCancelled(() -> over(context.language().get("backup.cancelled")))
                        .onEnd(this::load)
                        .start();
    }

    private void ended(BackupOutcome outcome, boolean asked) {
        over(words().outcome(outcome));
        if (!(outcome instanceof BackupOutcome.Done done) || !done.damaged().isEmpty()) {
            context.notices().tell(words().outcome(outcome));
        } else if (asked) {
            context.notices().tell(context.language().get("backup.taken"));
        }
    }

    private void failed(StoreException failure) {
        String why = context.language().get("app.status.store." + failure.problem());
        over(context.language().get("backup.failed", why));
        context.notices().tell(standing.get().news());
    }

    private void over(String sentence) {
        running = Running.NOTHING;
        standing.set(standing.get().ended(sentence));
    }

    private BackupWords words() {
        return new BackupWords(context.language().texts(), clock.getZone());
    }

    /** Under way as long as it is not over. */
    private final class Shown implements Progress {
        @Override
        public void at(long done, long total) {
            if (standing.get().underWay()) {
                standing.set(standing.get().at(done));
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /** What is under way is given up: nobody who closes the window waits for it. */
    @Override
    public void close() {
        cancel();
    }
}
