package org.eventops.console.feature.door;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.readiness.Look;
import org.eventops.domain.readiness.Readiness;

/** What this door lacks, as far as can be seen in passing while it is at work. */
public final class DoorReadiness {
    private final TaskRunner tasks;
    private final Readiness readiness;
    private final CurrentEvent current;
    private final ReadOnlyObjectWrapper<Optional<Finding>> missing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    DoorReadiness(TaskRunner tasks, Readiness readiness, CurrentEvent current) {
        this.tasks = tasks;
        this.readiness = readiness;
        this.current = current;
    }

    void look() {
        List<Look> looks = readiness.looks(current.get()).stream().filter(Look::quick).toList();
        tasks.read(() -> looks.stream().map(Look::find).toList()).onSuccess(this::show).start();
    }

    private void show(List<Finding> found) {
        missing.set(found.stream().filter(each -> each.level() == Level.BAD).findFirst());
    }

    /** The first thing that is not as it must be; empty when all is well. */
    public ReadOnlyObjectProperty<Optional<Finding>> missingProperty() {
        return missing.getReadOnlyProperty();
    }
}
