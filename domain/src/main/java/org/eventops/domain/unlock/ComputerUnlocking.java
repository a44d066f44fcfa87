package org.eventops.domain.unlock;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * Opens a store for one of its people by what this computer's key store keeps, once somebody who
 * has the store open has said so. It needs no open store.
 */
public final class ComputerUnlocking {
    private final KeyringShelf shelf;
    private final SystemKeyStore system;
    private final SecureRandom random;

    ComputerUnlocking(KeyringShelf shelf, SystemKeyStore system, SecureRandom random) {
        this.shelf = shelf;
        this.system = system;
        this.random = random;
    }

    /** For whom this computer opens the store; empty if for nobody. The key store is not asked. */
    public Optional<String> person() {
        return shelf.computer().map(ComputerTrust::name);
    }

    /** Whether the window opens so as well. */
    public boolean opensWindow() {
        return shelf.computer().filter(ComputerTrust::window).isPresent();
    }

    /**
     * Tries, and asks nobody for anything.
     *
     * @throws org.eventops.domain.change.StoreException if the keyring is damaged or unreadable
     */
    public ComputerOutcome open() {
        Optional<ComputerTrust> trust = shelf.computer();
        if (trust.isEmpty()) {
            return ComputerOutcome.Problem.NOT_ALLOWED;
        }
        Keyring keyring = shelf.read();
        // Before the key store is asked: whose password was taken has nothing to ask it for.
        if (keyring.called(trust.get().name()).isEmpty()) {
            return ComputerOutcome.Problem.NO_PASSWORD;
        }
        return switch (system.get(trust.get().place())) {
            case KeptSecret.Missing missing -> ComputerOutcome.Problem.of(missing.why());
            case KeptSecret.Found found -> opened(keyring, trust.get(), found.secret());
        };
    }

    private static ComputerOutcome opened(Keyring keyring, ComputerTrust trust, String secret) {
        Optional<StoreKey> key = trust.open(secret);
        if (key.isEmpty()) {
            return ComputerOutcome.Problem.OTHER_SECRET;
        }
        return keyring.isSealedBy(key.get())
                ? new ComputerOutcome.Opened(trust.name(), key.get())
                : ComputerOutcome.Problem.TAMPERED;
    }

    /**
     * From now on this computer opens the store for this person, in place of any before.
     *
     * @param key of the store, as whoever has it open knows it
     * @param name of somebody who has a password
     * @return why not; nothing has changed then, but that it opens for nobody if the key store took
     *     the secret and did not give it back
     */
    public Optional<ComputerOutcome.Problem> allow(StoreKey key, String name, boolean window) {
        if (shelf.read().called(name).isEmpty()) {
            return Optional.of(ComputerOutcome.Problem.NO_PASSWORD);
        }
        // At the same place: the secret before is gone then, and what lay under it is dead.
        String place =
                shelf.computer()
                        .map(ComputerTrust::place)
                        .orElseGet(() -> ComputerTrust.newPlace(random));
        String secret = ComputerTrust.newSecret(random);
        Optional<ComputerOutcome.Problem> hindered =
                system.put(place, secret).map(ComputerOutcome.Problem::of);
        if (hindered.isPresent()) {
            return hindered;
        }
        shelf.keepComputer(Optional.of(ComputerTrust.of(name, window, place, secret, key)));
        return given();
    }

    private Optional<ComputerOutcome.Problem> given() {
        if (open() instanceof ComputerOutcome.Problem problem) {
            shelf.keepComputer(Optional.empty());
            return Optional.of(problem);
        }
        return Optional.empty();
    }

    /**
     * From now on the store opens with a password only.
     *
     * @return why the secret is still in the key store, where it opens nothing but an older copy of
     *     this store's folder; empty when it is gone
     */
    public Optional<KeyStoreProblem> forget() {
        Optional<KeyStoreProblem> left =
                shelf.computer().flatMap(trust -> system.remove(trust.place()));
        shelf.keepComputer(Optional.empty());
        return left;
    }
}
