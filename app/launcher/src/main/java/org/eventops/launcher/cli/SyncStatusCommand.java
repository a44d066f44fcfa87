package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.sync.SyncControl;
import picocli.CommandLine.Command;

/** How the exchange stands, without exchanging anything. */
@Command(name = "status")
final class SyncStatusCommand implements Callable<Integer> {
    private final Session session;

    SyncStatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStoreEvenLocked(
                console -> {
                    SyncControl control = console.sync().control();
                    new Exchange(session, control).print(control.status());
                    return ExitCode.DONE.status();
                });
    }
}
