package org.eventops.domain.unlock;

import java.util.Optional;

/**
 * Somebody whose password opens the store.
 *
 * @param wrapped the store's key under what the password becomes, as {@link SealedText} has it
 * @param second what their second factor is, under the store's key; empty without one
 */
public record KeyHolder(
        String name, Stretching stretching, String wrapped, Optional<String> second) {
    KeyHolder with(Optional<String> other) {
        return new KeyHolder(name, stretching, wrapped, other);
    }
}
