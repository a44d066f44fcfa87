package org.eventops.launcher.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.privacy.RetentionService;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says or lays down for how long attendees are kept. */
@Command(name = "retention")
final class PrivacyRetentionCommand implements Callable<Integer> {
    private static final String OFF = "off";

    private final Session session;

    @Option(
            names = "--attendees",
            paramLabel = "DAYS|off",
            descriptionKey = "privacy.retention.attendees")
    private @Nullable String attendees;

    PrivacyRetentionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::retention);
    }

    private int retention(OpenConsole console) {
        RetentionService retention = console.privacy().retention();
        String asked = attendees;
        if (asked != null && !retention.keepFor(days(asked))) {
            throw wrong(asked);
        }
        Optional<Integer> rule = retention.rule();
        session.answer(
                JsonRow.of("attendees", rule.orElse(null)).map(),
                rule.map(days -> session.text("privacy.retention.days", days))
                        .orElseGet(() -> session.text("privacy.retention.none")));
        return ExitCode.DONE.status();
    }

    private Optional<Integer> days(String asked) {
        if (asked.toLowerCase(Locale.ROOT).equals(OFF)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(asked));
        } catch (NumberFormatException e) {
            throw wrong(asked);
        }
    }

    private CliFailure wrong(String asked) {
        return session.wrong(
                "--attendees",
                asked,
                session.text("cli.privacy.retention.expected", RetentionService.LONGEST));
    }
}
