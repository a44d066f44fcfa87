package org.eventops.console.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Refresh;
import org.eventops.console.platform.TaskRunner;
import org.eventops.domain.health.Health;
import org.eventops.domain.health.HealthReport;

/** How this console is, for the status bar and the page. */
public final class HealthFeed implements AutoCloseable {
    private final ReadOnlyObjectWrapper<Optional<HealthReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Refresh glance;
    private final Refresh look;
    private final boolean permitted;
    private Runnable whenClosed = () -> {};
    private boolean closed;

    /**
     * @param permitted whether whoever works here may know
     */
    public HealthFeed(Health health, TaskRunner tasks, boolean permitted) {
        this.permitted = permitted;
        this.glance = new Refresh(() -> tasks.read(health::glance).onSuccess(this::show));
        this.look = new Refresh(() -> tasks.read(health::report).onSuccess(this::show));
    }

    private void show(HealthReport found) {
        report.set(Optional.of(found));
    }

    /** Asks what can be told in a moment. */
    public void glance() {
        if (permitted && !closed) {
            glance.request();
        }
    }

    /** Asks everything. */
    public void look() {
        if (permitted && !closed) {
            look.request();
        }
    }

    /** What asks by the clock ends with the window. */
    void onClose(Runnable then) {
        whenClosed = then;
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.run();
    }

    /** Empty until it was asked. */
    public ReadOnlyObjectProperty<Optional<HealthReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** How many things somebody should look at. */
    public int alerts() {
        return report.get().map(each -> each.alerts().size()).orElse(0);
    }
}
