package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds an organisation to a hub. */
@Command(name = "tenant")
final class ServerTenantCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private HubOption hub = new HubOption();

    @Parameters(paramLabel = "NAME", descriptionKey = "organisation")
    private String name = "";

    ServerTenantCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return hub.work(session, this::add);
    }

    private void add(HubOperator operator) throws OperatorProblem {
        HubOperator.Tenant tenant = operator.addTenant(name);
        session.answer(
                JsonRow.of("tenant", tenant.id().toString()).put("name", tenant.name()).map(),
                session.text("cli.server.tenant", tenant.name(), tenant.id().toString()));
    }
}
