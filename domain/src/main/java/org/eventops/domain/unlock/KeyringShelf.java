package org.eventops.domain.unlock;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a store's keyring lies, beside the store and readable before it is open. Every write is
 * durable on return.
 */
public interface KeyringShelf {
    /**
     * Empty when nobody protects the store.
     *
     * @throws org.eventops.domain.change.StoreException if it is damaged or cannot be read
     */
    Keyring read();

    /**
     * In place of the one before; the key that lay open is gone then.
     *
     * @throws IllegalArgumentException if nobody is left in it
     */
    void write(Keyring keyring);

    /**
     * The key of a store that nobody protects, made if there is none yet.
     *
     * @throws org.eventops.domain.change.StoreException if the store is protected, or it cannot be
     *     read or made
     */
    StoreKey openKey();

    /**
     * Changes what is remembered under a name from one start to the next, such as how often a
     * password was wrong; alone, whatever other programs do.
     *
     * @param change of the text before, empty for none
     * @return the text before
     */
    String remember(String name, UnaryOperator<String> change);

    /**
     * For whom this computer opens the store without a password; empty if for nobody, and if what
     * was kept of it cannot be read: a password still opens.
     */
    Optional<ComputerTrust> computer();

    /** In place of any before. */
    void keepComputer(Optional<ComputerTrust> trust);
}
