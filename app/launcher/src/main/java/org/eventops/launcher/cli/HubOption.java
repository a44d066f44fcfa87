package org.eventops.launcher.cli;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import org.eventops.sync.server.OperatorUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The operator's way to the hub, and what a refusal there means for the command. */
final class HubOption {
    private static final String VARIABLE = "EVENTOPS_HUB";

    @Option(names = "--hub", paramLabel = "URL")
    private @Nullable String hub;

    /** Work with the hub. */
    @FunctionalInterface
    interface Work {
        void with(HubOperator operator) throws OperatorProblem;
    }

    /** Connects, works, and says it if it cannot be done. */
    int work(Session session, Work work) {
        if (session.offline()) {
            throw CliFailure.environment(session.text("cli.server.offline"));
        }
        String url =
                Optional.ofNullable(hub)
                        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                        .filter(each -> !each.isBlank())
                        .orElseThrow(
                                () -> CliFailure.usage(session.text("cli.server.nohub", VARIABLE)));
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(url), new SecureRandom())) {
            work.with(operator);
            return ExitCode.DONE.status();
        } catch (OperatorProblem e) {
            throw failure(session, e);
        }
    }

    static CliFailure failure(Session session, OperatorProblem e) {
        String sentence =
                session.text("cli.server." + e.kind().name().toLowerCase(Locale.ROOT), e.detail());
        return CliFailure.of(e.failure(), sentence);
    }
}
