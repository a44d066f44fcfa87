package org.eventops.domain.unlock;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Untold;

/**
 * Opens a store for one of its people. It needs no open store: the keyring lies beside it. Each try
 * takes about 300 ms of work, on purpose.
 */
public final class Unlocking {
    static final String TRIES = "tries.";
    private static final String UNTOLD = "untold";

    private final KeyringShelf shelf;
    private final PasswordStretch stretch;
    private final SecondFactors seconds;
    private final OneTimeCodes codes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Unlocking(KeyringShelf shelf, PasswordStretch stretch, OneTimeCodes codes, Clock clock) {
        this.shelf = shelf;
        this.stretch = stretch;
        this.codes = codes;
        this.seconds = new SecondFactors(shelf, codes, clock, random);
        this.clock = clock;
    }

    /**
     * The names of those whose passwords open the store; empty when nobody protects it.
     *
     * @throws org.eventops.domain.change.StoreException if the keyring is damaged or unreadable
     */
    public List<String> names() {
        return shelf.read().names();
    }

    /** For whoever has opened the store: who opens it from now on, and how. */
    public KeyChanges changes(StoreKey key) {
        return new KeyChanges(key, shelf, stretch, codes, seconds, random);
    }

    /** The way in without a password, for whom somebody has said so. */
    public ComputerUnlocking byComputer(SystemKeyStore system) {
        return new ComputerUnlocking(shelf, system, random);
    }

    /**
     * A try counts before it is looked at, so that nobody gets one for free by pulling the plug.
     *
     * @throws org.eventops.domain.change.StoreException if the keyring is damaged or unreadable
     */
    public UnlockOutcome unlock(UnlockAttempt attempt) {
        Keyring keyring = shelf.read();
        Optional<KeyHolder> holder = keyring.called(attempt.name());
        if (holder.isEmpty()) {
            // People type a password where the name belongs: it is not kept.
            leave(Deed.WRONG_NAME, "");
            return new UnlockOutcome.NoSuchPerson();
        }
        Instant now = clock.instant();
        String before = shelf.remember(TRIES + holder.get().name(), tries -> counted(tries, now));
        Tries tries = Tries.read(before);
        return tries.waitUntil(now)
                .map(until -> (UnlockOutcome) new UnlockOutcome.Wait(until))
                .orElseGet(() -> looked(keyring, holder.get(), attempt, tries.another(now).left()));
    }

    private static String counted(String before, Instant now) {
        Tries tries = Tries.read(before).seen(now);
        return (tries.waitUntil(now).isPresent() ? tries : tries.another(now)).written();
    }

    private UnlockOutcome looked(
            Keyring keyring, KeyHolder holder, UnlockAttempt attempt, int left) {
        String name = holder.name();
        leave(Deed.WRONG_PASSWORD, name);
        Optional<StoreKey> key = unwrapped(holder, attempt.password());
        if (key.isEmpty()) {
            return new UnlockOutcome.Wrong(left);
        }
        untold(all -> all.but(Deed.WRONG_PASSWORD, name));
        if (!keyring.isSealedBy(key.get())) {
            return new UnlockOutcome.Tampered();
        }
        Optional<SecondFactor> second = seconds.asked(key.get(), holder);
        if (second.isPresent() && attempt.code().isBlank()) {
            return new UnlockOutcome.CodeNeeded();
        }
        if (second.isPresent() && !shown(key.get(), holder, second.get(), attempt.code())) {
            return new UnlockOutcome.CodeWrong(left);
        }
        shelf.remember(TRIES + name, tries -> "");
        return new UnlockOutcome.Opened(name, key.get());
    }

    private boolean shown(StoreKey key, KeyHolder holder, SecondFactor second, String code) {
        leave(Deed.WRONG_CODE, holder.name());
        boolean right = seconds.use(key, holder, second, code);
        if (right) {
            untold(all -> all.but(Deed.WRONG_CODE, holder.name()));
        }
        return right;
    }

    /**
     * Something has happened that the audit is to say when the store is next open; durable on
     * return.
     *
     * @param about name of a person, or a file; empty for none
     */
    public void leave(Deed deed, String about) {
        Instant now = clock.instant();
        untold(all -> all.and(deed, about, now));
    }

    /** What the audit does not say yet. */
    public Untold untold() {
        return Untold.read(untold(all -> all));
    }

    /** The audit says this much now: not to be called before that is durable. */
    public void told(Untold told) {
        untold(all -> all.without(told));
    }

    private String untold(UnaryOperator<Untold> change) {
        return shelf.remember(UNTOLD, before -> change.apply(Untold.read(before)).written());
    }

    private Optional<StoreKey> unwrapped(KeyHolder holder, String password) {
        SecretKey own = stretch.key(Password.plain(password), holder.stretching());
        return SealedText.open(own, holder.name(), holder.wrapped()).map(StoreKey::of);
    }
}
