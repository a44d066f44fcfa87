package org.eventops.adapters.keystore;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.eventops.domain.unlock.SystemKeyStore;

/**
 * The Secret Service of Linux desktops (GNOME's and KDE's key rings), asked by its own program,
 * {@code secret-tool} of libsecret. The secret goes through pipes only: what is on a command line
 * is seen by everybody on the machine.
 */
public final class SecretService implements SystemKeyStore {
    private static final String TOOL = "secret-tool";
    private static final String LABEL = "--label=EventOps Console";
    private static final String SECRET = "secret = ";
    private final Map<String, String> environment;

    /**
     * @param environment what differs from this program's own, as in a test
     */
    public SecretService(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<KeyStoreProblem> put(String place, String secret) {
        Asked asked = ask(OtherProgram.PERSON, secret, "store", LABEL, place);
        return asked.isDone() ? Optional.empty() : Optional.of(problem(asked));
    }

    /**
     * By searching, which never asks a person to open it: unattended work would wait for nobody.
     */
    @Override
    public KeptSecret get(String place) {
        Asked asked = ask(OtherProgram.ANSWER, "", "search", "", place);
        if (!asked.isDone()) {
            return new KeptSecret.Missing(problem(asked));
        }
        Optional<String> secret =
                asked.printed()
                        .lines()
                        .filter(line -> line.startsWith(SECRET))
                        .map(line -> line.substring(SECRET.length()))
                        .findFirst();
        return secret.<KeptSecret>map(KeptSecret.Found::new)
                .orElseGet(() -> new KeptSecret.Missing(without(asked)));
    }

    /** One that lies there without its secret is shut. */
    private static KeyStoreProblem without(Asked asked) {
        return asked.printed().isBlank() ? KeyStoreProblem.EMPTY : KeyStoreProblem.LOCKED;
    }

    @Override
    public Optional<KeyStoreProblem> remove(String place) {
        Asked unused = ask(OtherProgram.PERSON, "", "clear", "", place);
        // It says the same of one that was never there and of one that it could not take away.
        return get(place) instanceof KeptSecret.Missing missing
                ? Optional.of(missing.why()).filter(why -> why != KeyStoreProblem.EMPTY)
                : Optional.of(KeyStoreProblem.LOCKED);
    }

    private static KeyStoreProblem problem(Asked asked) {
        if (asked.exit().isEmpty()) {
            return KeyStoreProblem.SILENT;
        }
        return asked.said().contains("locked") ? KeyStoreProblem.LOCKED : KeyStoreProblem.ABSENT;
    }

    private Asked ask(Duration longest, String typed, String what, String option, String place) {
        List<String> words = List.of(TOOL, what, option, "application", "eventops", "store", place);
        return new OtherProgram(environment, longest)
                .ask(words.stream().filter(word -> !word.isEmpty()).toList(), typed);
    }
}
