package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prepares a database to be a hub, or brings one up to this program. */
@Command(name = "init")
final class ServerInitCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private HubOption hub = new HubOption();

    @Option(names = "--restored")
    private boolean restored;

    ServerInitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return hub.work(session, this::init);
    }

    private void init(HubOperator operator) throws OperatorProblem {
        int steps = operator.init();
        if (restored) {
            session.output().note(session.text("cli.server.restored", operator.restored()));
        }
        session.answer(
                JsonRow.of("hub", operator.place())
                        .put("steps", steps)
                        .put("restored", restored)
                        .map(),
                session.text("cli.server.init", operator.place(), steps));
    }
}
