package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.sync.server.Device;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a device out: it is refused from its next statement on. */
@Command(name = "revoke")
final class ServerRevokeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private HubOption hub = new HubOption();

    @Option(names = "--tenant", paramLabel = "T", required = true)
    private String tenant = "";

    @Parameters(paramLabel = "NAME", descriptionKey = "device")
    private String name = "";

    ServerRevokeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return hub.work(session, this::revoke);
    }

    private void revoke(HubOperator operator) throws OperatorProblem {
        Device device = operator.revoke(operator.tenant(tenant), name);
        session.answer(
                JsonRow.of("device", device.id().toString())
                        .put("name", device.name())
                        .put("role", device.role())
                        .put("state", "revoked")
                        .map(),
                session.text("cli.server.revoke", device.name()));
    }
}
