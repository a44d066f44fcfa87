package org.eventops.domain.sync;

import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.domain.access.ForAll;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;

/** The exchange with the hub, as the window and the command line steer it. Any thread. */
public interface SyncControl {
    @ForAll
    SyncStatus status();

    /** Told of each new status, on the exchange's own thread; must return at once. */
    @ForAll
    Subscription listen(Consumer<SyncStatus> listener);

    /** Who this console is at which hub; empty before it was connected. */
    @ForAll
    Optional<Connection> connection();

    /**
     * Makes this store one of a hub's consoles. What it holds is brought along. Blocks.
     *
     * @param bundle content of the file, or of the QR code, that the administrator handed over
     */
    @Needs(value = Permission.CHANGE_DEVICES, wide = true)
    ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress);

    /** Exchanges at once instead of at the next turn. */
    @ForAll
    void now();

    /**
     * @param hub host and port, without any secret
     * @param device the name the administrator gave this console
     */
    record Connection(String hub, String tenant, String device, String role) {}

    /** What came of an enrolment. */
    sealed interface ConnectOutcome {
        record Connected(Connection connection) implements ConnectOutcome {}

        /** The passphrase does not open it, or it is no enrolment. */
        record NotOpened() implements ConnectOutcome {}

        /** Its time is over, or it was used; the administrator makes another. */
        record Expired() implements ConnectOutcome {}

        /** This store belongs to a hub already. */
        record AlreadyConnected(Connection connection) implements ConnectOutcome {}

        record Failed(SyncStatus.Trouble trouble) implements ConnectOutcome {}
    }
}
