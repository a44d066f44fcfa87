package org.eventops.launcher.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.persistence.Store;

/** How long a right password takes, and so each guess. */
public final class UnlockBench {
    private static final String NAME = "Ana";
    private static final String PASSWORD = "lluvia sobre tejado";

    /** What the design asks for: long for who guesses, short for who knows. */
    private static final double ABOUT = 300;

    private UnlockBench() {}

    public static void run(Path beside, int measured, Consumer<Figure> each) {
        try (Scratch scratch = Scratch.beside(beside)) {
            Unlocking unlocking = Store.unlocking(scratch.folder(), Clock.systemUTC());
            unlocking.changes(StoreKey.random(new SecureRandom())).give(NAME, PASSWORD);
            each.accept(Figure.single("unlock-first", millis(unlocking), "ms"));
            double[] all = new double[measured];
            for (int i = 0; i < measured; i++) {
                all[i] = millis(unlocking);
            }
            each.accept(Figure.of("unlock", new Samples(all), "ms").with("about", ABOUT));
        }
    }

    private static double millis(Unlocking unlocking) {
        long begun = System.nanoTime();
        UnlockOutcome outcome = unlocking.unlock(new UnlockAttempt(NAME, PASSWORD, ""));
        if (!(outcome instanceof UnlockOutcome.Opened)) {
            throw new IllegalStateException(outcome.toString());
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
