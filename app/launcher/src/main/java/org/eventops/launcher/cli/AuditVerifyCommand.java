package org.eventops.launcher.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eventops.console.feature.audit.AuditWords;
import org.eventops.domain.audit.AuditVerdict;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether the audit is as it was written. */
@Command(name = "verify")
final class AuditVerifyCommand implements Callable<Integer> {
    private static final String HASH = "[0-9a-f]{64}";

    private final Session session;

    @Option(names = "--head", paramLabel = "HASH", descriptionKey = "audit.head")
    private List<String> heads = List.of();

    AuditVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStoreEvenAway(this::verify);
    }

    private int verify(OpenConsole console) {
        // A hash that was cut while it was copied is no sign of anybody's tampering.
        for (String head : heads) {
            if (!head.matches(HASH)) {
                throw session.wrong("--head", head, session.text("cli.audit.hash"));
            }
        }
        AuditVerdict verdict = console.audit().verify(heads, new TerminalProgress(session));
        if (session.json()) {
            session.output().json(object(verdict));
        } else {
            say(verdict);
        }
        // What no journal confirms may have been added: a script must not take it for verified.
        boolean confirmed = verdict.sound() && verdict.unconfirmed() == 0;
        return (confirmed ? ExitCode.DONE : ExitCode.INPUT).status();
    }

    private static Map<String, ?> object(AuditVerdict verdict) {
        return JsonRow.of("sound", verdict.sound())
                .put("lines", verdict.lines())
                .put("stripped", verdict.stripped())
                .put("unconfirmed", verdict.unconfirmed())
                .put(
                        "heads",
                        verdict.heads().stream()
                                .map(
                                        each ->
                                                JsonRow.of("chain", each.chain())
                                                        .put("number", each.number())
                                                        .put("hash", each.hash())
                                                        .map())
                                .toList())
                .put(
                        "faults",
                        verdict.faults().stream()
                                .map(
                                        each ->
                                                JsonRow.of("kind", JsonRow.word(each.kind()))
                                                        .put("chain", each.chain())
                                                        .put("number", each.number())
                                                        .put("line", each.line().toString())
                                                        .map())
                                .toList())
                .map();
    }

    private void say(AuditVerdict verdict) {
        AuditWords words = new AuditWords(session.texts(), Map.of());
        session.output().line(words.sum(verdict));
        verdict.faults().forEach(each -> session.output().line(words.fault(each)));
        verdict.heads()
                .forEach(
                        each ->
                                session.output()
                                        .note(
                                                session.text(
                                                        "cli.audit.head",
                                                        Long.toString(each.number()),
                                                        each.hash())));
    }
}
