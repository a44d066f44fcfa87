package org.eventops.launcher.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.people.ComputerService;
import org.eventops.domain.people.TrustOutcome;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.Trusted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says, and changes, for whom this computer opens the store without a password. */
@Command(name = "trust")
final class PeopleTrustCommand implements Callable<Integer> {
    private final Session session;

    @ArgGroup private @Nullable Choice choice;

    /** At most one of the two. */
    static final class Choice {
        @ArgGroup(exclusive = false)
        private @Nullable Somebody somebody;

        @Option(names = "--forget", descriptionKey = "person.trust.forget")
        @SuppressWarnings("UnusedVariable") // it is asked for by nobody being named
        private boolean forget;
    }

    /** Who it is to open for, and how far. */
    static final class Somebody {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "person.name")
        private String name = "";

        @Option(names = "--window", descriptionKey = "person.trust.window")
        private boolean window;
    }

    PeopleTrustCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::trusted);
    }

    private int trusted(OpenConsole console) {
        ComputerService computer =
                Trusted.of(
                        console.store(), session.dataFolder(), session.clock(), session.keyStore());
        Choice asked = choice;
        if (asked == null) {
            return said(computer);
        }
        Somebody who = asked.somebody;
        return who == null
                ? answer(computer.forget(), "")
                : answer(computer.allow(who.name, who.window), who.name);
    }

    private int said(ComputerService computer) {
        Optional<String> person = computer.person();
        Optional<ComputerOutcome.Problem> problem = person.flatMap(unused -> computer.problem());
        boolean window = computer.opensWindow();
        session.answer(
                row(person, window)
                        .put("opens", person.isPresent() && problem.isEmpty())
                        .put(
                                "problem",
                                problem.map(why -> why.name().toLowerCase(Locale.ROOT))
                                        .orElse(null))
                        .map(),
                person.map(name -> session.text(key(window), name))
                        .orElseGet(() -> session.text("people.computer.none")));
        problem.ifPresent(why -> session.output().note(session.text("people.computer." + why)));
        return ExitCode.DONE.status();
    }

    private static JsonRow row(Optional<String> person, boolean window) {
        return JsonRow.of("allowed", person.isPresent())
                .put("name", person.orElse(null))
                .put("window", window);
    }

    private static String key(boolean window) {
        return window ? "people.computer.window" : "people.computer.commands";
    }

    private int answer(TrustOutcome outcome, String given) {
        switch (outcome) {
            case TrustOutcome.Allowed it -> allowed(it);
            case TrustOutcome.Forgotten it -> forgotten(it);
            case TrustOutcome.NotYours refused ->
                    throw CliFailure.refused(
                            session.about(
                                    "%s (%s)"
                                            .formatted(
                                                    given,
                                                    session.text("people.role." + refused.role())),
                                    "people.computer.NOT_YOURS"));
            case TrustOutcome.NotKept it -> throw failed(it.why(), given);
            case TrustOutcome.Problem problem -> throw failed(problem, given);
        }
        return ExitCode.DONE.status();
    }

    private CliFailure failed(ComputerOutcome.Problem why, String given) {
        return why == ComputerOutcome.Problem.NO_PASSWORD
                ? CliFailure.input(session.about(given, "people.computer.passwordFirst"))
                : CliFailure.environment(session.text("people.computer." + why));
    }

    private CliFailure failed(TrustOutcome.Problem problem, String given) {
        return CliFailure.input(
                problem == TrustOutcome.Problem.NOT_ALLOWED
                        ? session.text("people.computer.none")
                        : session.about(given, "people.password." + problem));
    }

    private void allowed(TrustOutcome.Allowed it) {
        session.answer(
                row(Optional.of(it.name()), it.window()).put("opens", true).map(),
                session.text(key(it.window()), it.name()));
        session.output().note(session.text("people.computer.means"));
    }

    private void forgotten(TrustOutcome.Forgotten it) {
        session.answer(
                row(Optional.empty(), false).put("opens", false).map(),
                session.text("people.computer.forgotten", it.name()));
        it.left().ifPresent(unused -> session.output().note(session.text("people.computer.left")));
    }
}
