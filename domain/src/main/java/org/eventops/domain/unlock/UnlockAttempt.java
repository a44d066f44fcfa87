package org.eventops.domain.unlock;

/**
 * What somebody typed to open the store.
 *
 * @param code of the telephone, or one of the codes for when it is lost; empty if none was typed
 */
public record UnlockAttempt(String name, String password, String code) {
    /** Never what was typed, which would end up in a log. */
    @Override
    public String toString() {
        return "UnlockAttempt";
    }
}
