package org.eventops.console.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Faults;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.failure.FaultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of the environment, and what last failed that nobody expected. */
public final class StatusViewModel implements Faults {
    /** What it is, and the code to quote. */
    public record Unexpected(Failure failure, String code) {
        /** What a person is told of it, and what to do. */
        public String sentence(Language language) {
            return failure.kind() == FailureKind.BUG
                    ? language.get("app.bug", code)
                    : language.get("failure.told", language.get(failure.next().key()), code);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(StatusViewModel.class);

    private final ReadOnlyObjectWrapper<Optional<StoreException>> store =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Permission>> lacking =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Unexpected>> unexpected =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    @Override
    public void failed(Throwable failure) {
        Failure known = Failure.of(failure);
        switch (failure) {
            case StoreException unanswered -> unanswered(unanswered);
            case NotPermitted refusal -> refused(refusal);
            default -> unexpected(known, failure);
        }
    }

    private void unanswered(StoreException failure) {
        LOG.atWarn()
                .setCause(failure)
                .addKeyValue("kind", failure.failure().kind())
                .addKeyValue("problem", failure.problem())
                .log("the store does not answer");
        store.set(Optional.of(failure));
    }

    @Override
    public void storeAnswered() {
        store.set(Optional.empty());
    }

    private void refused(NotPermitted refusal) {
        LOG.atInfo()
                .addKeyValue("kind", refusal.failure().kind())
                .addKeyValue("permission", refusal.permission())
                .log("refused");
        lacking.set(Optional.empty());
        lacking.set(Optional.of(refusal.permission()));
    }

    private void unexpected(Failure known, Throwable failure) {
        String code = FaultCode.of(failure);
        LOG.atError()
                .setCause(failure)
                .addKeyValue("code", code)
                .addKeyValue("kind", known.kind())
                .log("fault");
        unexpected.set(Optional.empty());
        unexpected.set(Optional.of(new Unexpected(known, code)));
    }

    /** Why the store does not answer; empty while it does. */
    public ReadOnlyObjectProperty<Optional<StoreException>> storeProperty() {
        return store.getReadOnlyProperty();
    }

    /** What whoever works here last tried and may not do. */
    public ReadOnlyObjectProperty<Optional<Permission>> lackingProperty() {
        return lacking.getReadOnlyProperty();
    }

    /** What last failed that no screen had thought of. */
    public ReadOnlyObjectProperty<Optional<Unexpected>> unexpectedProperty() {
        return unexpected.getReadOnlyProperty();
    }
}
