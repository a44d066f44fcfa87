package org.eventops.domain.unlock;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Who opens a store, and how; for whoever has it open. */
public final class KeyChanges {
    private final StoreKey key;
    private final KeyringShelf shelf;
    private final PasswordStretch stretch;
    private final OneTimeCodes codes;
    private final SecondFactors seconds;
    private final SecureRandom random;

    KeyChanges(
            StoreKey key,
            KeyringShelf shelf,
            PasswordStretch stretch,
            OneTimeCodes codes,
            SecondFactors seconds,
            SecureRandom random) {
        this.key = key;
        this.shelf = shelf;
        this.stretch = stretch;
        this.codes = codes;
        this.seconds = seconds;
        this.random = random;
    }

    /** Those who have a password; empty when nobody protects the store. */
    public List<String> names() {
        return shelf.read().names();
    }

    /** Whether somebody of this name has a password, however the name is written. */
    public boolean has(String name) {
        return !shelf.read().alike(name).isEmpty();
    }

    /** Whether nobody but somebody of this name has one. */
    public boolean isTheOnly(String name) {
        Keyring keyring = shelf.read();
        return !keyring.holders().isEmpty() && keyring.alike(name).equals(keyring.holders());
    }

    /** Those who are asked for a code as well. */
    public List<String> withSecondFactor() {
        return shelf.read().holders().stream()
                .filter(each -> seconds.asked(key, each).isPresent())
                .map(KeyHolder::name)
                .toList();
    }

    /** Gives somebody a password in place of any before; a second factor stays. */
    public void give(String name, String password) {
        Keyring before = shelf.read();
        Optional<KeyHolder> known = before.called(name);
        // The second factor is bound to the name as it was written.
        String written = known.map(KeyHolder::name).orElse(name);
        Stretching how = Stretching.usual(random);
        SecretKey own = stretch.key(Password.plain(password), how);
        String wrapped = SealedText.seal(own, written, key.bytes(), random);
        Optional<String> second = known.flatMap(KeyHolder::second);
        shelf.write(
                before.without(key, written)
                        .with(key, new KeyHolder(written, how, wrapped, second)));
        shelf.remember(Unlocking.TRIES + written, tries -> "");
    }

    /**
     * This person no longer opens the store, with a password or by this computer.
     *
     * @throws IllegalArgumentException if nobody else would open it
     */
    public void take(String name) {
        shelf.write(shelf.read().without(key, name));
        // Or it would open for them again once they had another password.
        if (shelf.computer().filter(trust -> FoldedName.isSame(trust.name(), name)).isPresent()) {
            shelf.keepComputer(Optional.empty());
        }
    }

    /**
     * Begins a second factor in place of any before; it is not asked for until it is {@link
     * #confirm confirmed}.
     *
     * @throws IllegalStateException if nobody of this name has a password
     */
    public Enrolment enrol(String name) {
        List<String> spare = SecondFactor.codes(random);
        SecondFactor fresh = SecondFactor.fresh(spare, random);
        seconds.keep(key, holder(name), Optional.of(fresh));
        return new Enrolment(codes.address(name, fresh.secretBytes()), spare);
    }

    /**
     * Whether the telephone shows the right code; from then on one is asked for.
     *
     * @throws IllegalStateException if nobody of this name has a password
     */
    public boolean confirm(String name, String code) {
        KeyHolder holder = holder(name);
        Optional<SecondFactor> second = SecondFactor.open(key, holder);
        boolean right = second.isPresent() && seconds.isShown(second.get(), code);
        if (right) {
            seconds.keep(key, holder, second.map(SecondFactor::confirm));
        }
        return right;
    }

    /**
     * No code is asked for any more.
     *
     * @throws IllegalStateException if nobody of this name has a password
     */
    public void dropSecondFactor(String name) {
        seconds.keep(key, holder(name), Optional.empty());
    }

    private KeyHolder holder(String name) {
        return shelf.read()
                .called(name)
                .orElseThrow(() -> new IllegalStateException("no password yet"));
    }
}
