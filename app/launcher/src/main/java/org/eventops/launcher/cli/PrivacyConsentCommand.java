package org.eventops.launcher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.domain.event.EventId;
import org.eventops.domain.privacy.ConsentOutcome;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what somebody agreed to, or lists it. */
@Command(name = "consent")
final class PrivacyConsentCommand implements Callable<Integer> {
    private final Session session;
    private final PrivacyLines lines;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PERSON",
            descriptionKey = "privacy.consent.person")
    private @Nullable String person;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @ArgGroup(exclusive = false)
    private @Nullable Said said;

    /** All that is written down of one; without it they are listed. */
    static final class Said {
        @Option(
                names = "--purpose",
                paramLabel = "P",
                required = true,
                descriptionKey = "privacy.purpose")
        private String purpose = "";

        @ArgGroup(multiplicity = "1")
        private Answer answer = new Answer();

        @Option(names = "--source", paramLabel = "TEXT", descriptionKey = "privacy.source")
        private String source = "";

        @Option(names = "--wording", paramLabel = "TEXT", descriptionKey = "privacy.wording")
        private @Nullable String wording;
    }

    /** One of the two. */
    static final class Answer {
        @Option(names = "--given", descriptionKey = "privacy.given")
        private boolean given;

        @Option(names = "--withdrawn", descriptionKey = "privacy.withdrawn")
        @SuppressWarnings("UnusedVariable") // it is what the other is not
        private boolean withdrawn;
    }

    PrivacyConsentCommand(Session session) {
        this.session = session;
        this.lines = new PrivacyLines(session);
    }

    @Override
    public Integer call() {
        return session.inStore(this::consent);
    }

    private int consent(OpenConsole console) {
        ConsentService consents = console.privacy().consents();
        EventId at = lines.event(console, event);
        Said record = said;
        if (record != null) {
            saved(consents, at, record);
        }
        List<PersonalRow> all = consents.list(at, person);
        all.stream()
                .filter(row -> record == null || record.purpose.equals(row.text("purpose")))
                .forEach(lines::consent);
        if (all.isEmpty()) {
            session.output().note(session.text("privacy.consent.none"));
        }
        return ExitCode.DONE.status();
    }

    private void saved(ConsentService consents, EventId at, Said record) {
        String contact = person == null ? "" : person;
        ConsentOutcome outcome =
                consents.record(
                        at,
                        new ConsentService.Said(
                                contact,
                                record.purpose,
                                record.answer.given,
                                record.source,
                                record.wording));
        if (outcome instanceof ConsentOutcome.Problem problem) {
            throw CliFailure.input(
                    contact + ": " + session.text("privacy.consent.problem." + problem));
        }
    }
}
