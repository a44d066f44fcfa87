package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prepares a database to be a hub, or brings one up to this program. */
@Command(name = "init")
final class ServerInitCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private HubOption hub = new HubOption();

    ServerInitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return hub.work(session, this::init);
    }

    private void init(HubOperator operator) throws OperatorProblem {
        int steps = operator.init();
        session.answer(
                JsonRow.of("hub", operator.place()).put("steps", steps).map(),
                session.text("cli.server.init", operator.place(), steps));
    }
}
