package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an organisation to a hub. */
@Command(name = "tenant")
final class ServerTenantCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private HubOption hub = new HubOption();

    @Parameters(paramLabel = "NAME", descriptionKey = "organisation")
    private String name = "";

    @Option(names = "--lock-after", paramLabel = "DAYS", descriptionKey = "lock-after")
    private @Nullable Integer lockAfter;

    ServerTenantCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return hub.work(session, this::add);
    }

    private void add(HubOperator operator) throws OperatorProblem {
        Integer days = lockAfter;
        if (days != null && days < 1) {
            throw CliFailure.usage(session.text("cli.server.lockAfter.least"));
        }
        HubOperator.Tenant tenant = days == null ? operator.addTenant(name) : known(operator);
        if (days != null) {
            operator.lockAfter(tenant, days);
        }
        session.answer(
                JsonRow.of("tenant", tenant.id().toString()).put("name", tenant.name()).map(),
                session.text("cli.server.tenant", tenant.name(), tenant.id().toString()));
    }

    /** With a setting, one that is there already is changed. */
    private HubOperator.Tenant known(HubOperator operator) throws OperatorProblem {
        try {
            return operator.addTenant(name);
        } catch (OperatorProblem problem) {
            if (problem.kind() == OperatorProblem.Kind.TENANT_TAKEN) {
                return operator.tenant(name);
            }
            throw problem;
        }
    }
}
