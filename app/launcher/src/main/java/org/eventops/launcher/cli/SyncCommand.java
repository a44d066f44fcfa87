package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exchanges with the hub: once, or until it is stopped. */
@Command(name = "sync")
final class SyncCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--watch")
    private boolean watch;

    SyncCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (once && watch) {
            throw CliFailure.usage(session.text("cli.sync.oneOf"));
        }
        return session.inStoreEvenAway(this::exchange);
    }

    private int exchange(OpenConsole console) {
        Exchange exchange = new Exchange(session, console.sync().control());
        if (watch) {
            exchange.watch(exchange::print);
        } else {
            exchange.print(exchange.once());
        }
        return ExitCode.DONE.status();
    }
}
