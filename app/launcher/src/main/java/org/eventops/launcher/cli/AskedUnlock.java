package org.eventops.launcher.cli;

import java.util.Optional;
import java.util.function.Function;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;

/** Asks on the terminal who comes in, and for the password, as often as one may mistype it. */
record AskedUnlock(Session session) {
    private static final int TRIES = 3;

    /**
     * @param enter tries to come in
     * @return what became of the last try; empty if they gave up
     */
    Optional<UnlockOutcome> enter(Function<UnlockAttempt, UnlockOutcome> enter) {
        Terminal terminal = session.terminal();
        Optional<String> name = terminal.line(session.text("cli.unlock.ask.person"));
        Optional<UnlockOutcome> last = Optional.empty();
        for (int i = 0; i < TRIES && name.isPresent(); i++) {
            Optional<String> password =
                    terminal.secret(session.text("cli.unlock.ask.password", name.get().strip()));
            if (password.isEmpty()) {
                return last;
            }
            UnlockOutcome outcome = withCode(name.get().strip(), password.get(), enter);
            last = Optional.of(outcome);
            if (!(outcome instanceof UnlockOutcome.Wrong
                    || outcome instanceof UnlockOutcome.CodeWrong)) {
                return last;
            }
            if (i + 1 < TRIES) {
                session.output().note(UnlockFile.sentence(session, outcome));
            }
        }
        return last;
    }

    /** The telephone's code is asked for only where somebody has a second factor. */
    private UnlockOutcome withCode(
            String name, String password, Function<UnlockAttempt, UnlockOutcome> enter) {
        UnlockOutcome outcome = enter.apply(new UnlockAttempt(name, password, ""));
        if (!(outcome instanceof UnlockOutcome.CodeNeeded)) {
            return outcome;
        }
        return session.terminal()
                .line(session.text("cli.unlock.ask.code"))
                .map(code -> enter.apply(new UnlockAttempt(name, password, code.strip())))
                .orElse(outcome);
    }
}
