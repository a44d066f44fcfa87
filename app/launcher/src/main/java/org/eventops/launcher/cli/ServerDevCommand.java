package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.launcher.hub.DevHub;
import org.eventops.launcher.hub.HubFailure;
import org.eventops.sync.server.OperatorProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A hub on this machine, until it is stopped. */
@Command(name = "dev")
final class ServerDevCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--port", paramLabel = "P")
    private @Nullable Integer port;

    ServerDevCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (port != null && (port < 1 || port > 65535)) {
            throw session.wrong("--port", port.toString(), "1-65535");
        }
        Path folder = session.dataFolder().resolve("hub");
        DevHub hub = new DevHub(folder, new SecureRandom());
        session.output().note(session.text("cli.server.dev.starting", folder));
        // Also while it starts: what a stop finds running, it stops.
        StopOnExit stop = StopOnExit.of(() -> stop(hub));
        try {
            DevHub.Ready ready = hub.start(Optional.ofNullable(port));
            session.answer(
                    JsonRow.of("hub", ready.url())
                            .put("tenant", ready.tenant().id().toString())
                            .put("name", ready.tenant().name())
                            .map(),
                    session.text("cli.server.dev.ready", ready.url(), ready.tenant().name()));
            ready.server().onExit().join();
            if (!stop.stopping()) {
                throw CliFailure.environment(session.text("cli.server.dev.gone", folder));
            }
            return ExitCode.DONE.status();
        } catch (HubFailure e) {
            throw CliFailure.of(e.failure(), sentence(e));
        } catch (OperatorProblem e) {
            throw HubOption.failure(session, e);
        }
    }

    private void stop(DevHub hub) {
        try {
            hub.stop();
        } catch (HubFailure e) {
            session.output().note(sentence(e));
        }
    }

    private String sentence(HubFailure e) {
        return session.text(
                "cli.server.dev." + e.kind().name().toLowerCase(Locale.ROOT), e.detail());
    }
}
