package org.eventops.launcher.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eventops.sync.server.Device;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists an organisation's devices, also those that were taken out. */
@Command(name = "devices")
final class ServerDevicesCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private HubOption hub = new HubOption();

    @Option(names = "--tenant", paramLabel = "T", required = true)
    private String tenant = "";

    ServerDevicesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return hub.work(session, this::list);
    }

    private void list(HubOperator operator) throws OperatorProblem {
        HubOperator.Tenant of = operator.tenant(tenant);
        List<Device> devices = operator.devices(of);
        Map<UUID, String> slugs = operator.slugs(of);
        if (devices.isEmpty()) {
            session.output().note(session.text("cli.server.devices.none", of.name()));
        }
        for (Device device : devices) {
            print(device, slugs);
        }
    }

    private void print(Device device, Map<UUID, String> slugs) {
        Device.State state = device.state(session.clock().instant());
        List<String> events =
                device.events().stream()
                        .map(each -> slugs.getOrDefault(each, each.toString()))
                        .toList();
        session.answer(
                JsonRow.of("device", device.id().toString())
                        .put("name", device.name())
                        .put("role", device.role())
                        .put("events", events)
                        .put("state", JsonRow.word(state))
                        .put("enrolled", time(device.enrolled()))
                        .put("revoked", time(device.revoked()))
                        .put("validUntil", time(device.validUntil()))
                        .map(),
                session.text(
                        "cli.server.devices.line",
                        device.name(),
                        device.role(),
                        session.text("cli.server.state." + JsonRow.word(state)),
                        events.isEmpty()
                                ? session.text("cli.server.devices.all")
                                : String.join(", ", events)));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : JsonRow.time(at, ZoneOffset.UTC);
    }
}
