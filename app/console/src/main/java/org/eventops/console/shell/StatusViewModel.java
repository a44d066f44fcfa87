package org.eventops.console.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.FaultCode;
import org.eventops.console.platform.Faults;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of the environment, and the last mistake of the program. */
public final class StatusViewModel implements Faults {
    private static final Logger LOG = LoggerFactory.getLogger(StatusViewModel.class);

    private final ReadOnlyObjectWrapper<Optional<StoreException>> store =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Permission>> lacking =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> bug =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    @Override
    public void storeFailed(StoreException failure) {
        LOG.warn("store {}", failure.problem(), failure);
        store.set(Optional.of(failure));
    }

    @Override
    public void storeAnswered() {
        store.set(Optional.empty());
    }

    @Override
    public void refused(NotPermitted refusal) {
        LOG.info("refused {}", refusal.permission());
        lacking.set(Optional.empty());
        lacking.set(Optional.of(refusal.permission()));
    }

    @Override
    public void bug(Throwable failure) {
        String code = FaultCode.of(failure);
        LOG.error("fault {}", code, failure);
        bug.set(Optional.empty());
        bug.set(Optional.of(code));
    }

    /** Why the store does not answer; empty while it does. */
    public ReadOnlyObjectProperty<Optional<StoreException>> storeProperty() {
        return store.getReadOnlyProperty();
    }

    /** What whoever works here last tried and may not do. */
    public ReadOnlyObjectProperty<Optional<Permission>> lackingProperty() {
        return lacking.getReadOnlyProperty();
    }

    /** The code to quote of the last mistake. */
    public ReadOnlyObjectProperty<Optional<String>> bugProperty() {
        return bug.getReadOnlyProperty();
    }
}
