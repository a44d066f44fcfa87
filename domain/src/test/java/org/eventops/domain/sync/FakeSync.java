package org.eventops.domain.sync;

import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;

/** A console that is connected, and says nothing more. */
record FakeSync(Connection who) implements SyncControl {
    @Override
    public SyncStatus status() {
        return SyncStatus.quiet(SyncStatus.State.UP_TO_DATE);
    }

    @Override
    public Subscription listen(Consumer<SyncStatus> listener) {
        return () -> {};
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.of(who);
    }

    @Override
    public ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress) {
        return new ConnectOutcome.AlreadyConnected(who);
    }

    @Override
    public void now() {
        // always up to date
    }
}
