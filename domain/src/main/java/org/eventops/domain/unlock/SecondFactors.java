package org.eventops.domain.unlock;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** People's second factors as they lie on the shelf, and whether a typed code is right. */
final class SecondFactors {
    private static final String STEP = "step.";

    /** Clocks differ a little, and people type slowly. */
    private static final int STEPS_AWAY = 1;

    private final KeyringShelf shelf;
    private final OneTimeCodes codes;
    private final Clock clock;
    private final SecureRandom random;

    SecondFactors(KeyringShelf shelf, OneTimeCodes codes, Clock clock, SecureRandom random) {
        this.shelf = shelf;
        this.codes = codes;
        this.clock = clock;
        this.random = random;
    }

    /** The one that is asked for; one that was only begun is not. */
    Optional<SecondFactor> asked(StoreKey key, KeyHolder holder) {
        return SecondFactor.open(key, holder).filter(SecondFactor::confirmed);
    }

    void keep(StoreKey key, KeyHolder holder, Optional<SecondFactor> second) {
        Optional<String> kept = second.map(each -> each.under(key, holder.name(), random));
        shelf.write(shelf.read().with(key, holder.with(kept)));
    }

    /** Whether the code is right; it is used up then. */
    boolean use(StoreKey key, KeyHolder holder, SecondFactor second, String typed) {
        if (second.hasSpare(typed)) {
            keep(key, holder, Optional.of(second.withoutSpare(typed)));
            return true;
        }
        OptionalLong step = step(second, typed);
        return step.isPresent() && isTaken(holder.name(), step.getAsLong());
    }

    /** Whether a telephone shows this code about now. */
    boolean isShown(SecondFactor second, String typed) {
        return step(second, typed).isPresent();
    }

    /** The step to which a shown code belongs: this one, or the one before or after it. */
    private OptionalLong step(SecondFactor second, String typed) {
        String digits = typed.replaceAll("\\s", "");
        long now = Math.floorDiv(clock.instant().getEpochSecond(), (long) OneTimeCodes.STEP);
        for (long step = now - STEPS_AWAY; step <= now + STEPS_AWAY; step++) {
            Instant at = Instant.ofEpochSecond(step * OneTimeCodes.STEP);
            if (codes.at(second.secretBytes(), at).equals(digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** A shown code is good once: whoever looked over a shoulder comes too late. */
    private boolean isTaken(String name, long step) {
        String before =
                shelf.remember(STEP + name, last -> Long.toString(Math.max(number(last), step)));
        return number(before) < step;
    }

    private static long number(String written) {
        return written.matches("\\d{1,18}") ? Long.parseLong(written) : 0;
    }
}
