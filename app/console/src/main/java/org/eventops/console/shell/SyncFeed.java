package org.eventops.console.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.platform.TaskRunner;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;

/** How the exchange stands now, for the status bar, the page and the door. */
public final class SyncFeed implements AutoCloseable {
    private final SyncControl control;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final Refresh refresh = new Refresh(this::question);
    private final LocalChanges.Subscription subscription;

    /**
     * @param connection empty before the console was connected
     */
    public record Standing(SyncStatus status, Optional<SyncControl.Connection> connection) {}

    public SyncFeed(SyncControl control, TaskRunner tasks) {
        this.control = control;
        this.tasks = tasks;
        this.standing = new ReadOnlyObjectWrapper<>(now());
        this.subscription = control.listen(status -> refresh.request());
    }

    private Standing now() {
        return new Standing(control.status(), control.connection());
    }

    /** Asks again, as after an enrolment. */
    public void load() {
        refresh.request();
    }

    private Job<Standing> question() {
        return tasks.read(this::now).onSuccess(standing::set);
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public SyncStatus status() {
        return standing.get().status();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
