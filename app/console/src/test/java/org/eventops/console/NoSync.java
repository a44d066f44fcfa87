package org.eventops.console;

import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;

/** A console without an exchange: this program, or this run of it, has none. */
final class NoSync implements SyncControl {
    private final SyncStatus status;

    /**
     * @param state {@code ALONE}, or {@code OFF} where it was switched off for this run
     */
    NoSync(SyncStatus.State state) {
        this.status = SyncStatus.quiet(state);
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public Subscription listen(Consumer<SyncStatus> listener) {
        return () -> {};
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.empty();
    }

    @Override
    public ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress) {
        return new ConnectOutcome.Failed(SyncStatus.Trouble.SWITCHED_OFF);
    }

    @Override
    public void now() {
        // there is nobody to exchange with
    }
}
