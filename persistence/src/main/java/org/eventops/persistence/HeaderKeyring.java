package org.eventops.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.eventops.domain.unlock.ComputerTrust;
import org.eventops.domain.unlock.Keyring;
import org.eventops.domain.unlock.KeyringShelf;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.unlock.KeyringText;

/**
 * The keyring that a backup carries. Wrong tries are counted for this run alone: whoever has the
 * file can try as often as they have copies.
 */
final class HeaderKeyring implements KeyringShelf {
    private final Keyring keyring;
    private final Map<String, String> remembered = new HashMap<>();

    HeaderKeyring(String text) {
        this.keyring = KeyringText.read(text);
    }

    @Override
    public Keyring read() {
        return keyring;
    }

    @Override
    public void write(Keyring other) {
        throw new UnsupportedOperationException("a backup is never changed");
    }

    /** A backup opens with a password, on whatever computer. */
    @Override
    public Optional<ComputerTrust> computer() {
        return Optional.empty();
    }

    @Override
    public void keepComputer(Optional<ComputerTrust> trust) {
        throw new UnsupportedOperationException("a backup is never changed");
    }

    @Override
    public StoreKey openKey() {
        throw new StoreException(Problem.PROTECTED, "");
    }

    @Override
    public synchronized String remember(String name, UnaryOperator<String> change) {
        String before = remembered.getOrDefault(name, "");
        remembered.put(name, change.apply(before));
        return before;
    }
}
