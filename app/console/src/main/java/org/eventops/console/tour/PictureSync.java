package org.eventops.console.tour;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;

/** An exchange that stands as a picture wants it; it reaches nobody. */
public final class PictureSync implements SyncControl {
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile SyncStatus status = SyncStatus.quiet(State.ALONE);
    private volatile Optional<Connection> connection = Optional.empty();

    public void show(SyncStatus now, Optional<Connection> who) {
        status = now;
        connection = who;
        listeners.forEach(each -> each.accept(now));
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public Subscription listen(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<Connection> connection() {
        return connection;
    }

    @Override
    public ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress) {
        return new ConnectOutcome.Failed(SyncStatus.Trouble.SWITCHED_OFF);
    }

    @Override
    public void now() {
        // a picture stands still
    }
}
