package org.eventops.domain.people;

import java.util.List;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.unlock.FoldedName;
import org.eventops.domain.unlock.KeyChanges;

/**
 * How people come in at this console: a password with its second factor, and a PIN. The roles of
 * people are synced and these are not: they may outlast them, until somebody is to have the name
 * again.
 */
public record WaysIn(KeyChanges keys, PinService pins, AuditLog audit) {
    /** The names of those who open the store; empty when nobody protects it. */
    List<String> owners() {
        return keys.names();
    }

    /** Whether somebody of this name has one; inside a transaction. */
    boolean has(String name) {
        return keys.has(name) || pins.has(name);
    }

    /** Whether nobody else opens the store. */
    boolean hasTheOnlyKey(String name) {
        return keys.isTheOnly(name);
    }

    /**
     * Nobody of this name comes in any more: the PIN is gone with this transaction, and {@link
     * #takeKey} is to follow it.
     */
    void end(String name) {
        pins.end(name);
        owners().stream()
                .filter(each -> FoldedName.isSame(each, name))
                .forEach(each -> audit.note(Note.of(Deed.PASSWORD_TAKEN, each)));
    }

    /** After the transaction that says so, since none holds the keyring. */
    void takeKey(String name) {
        if (keys.has(name)) {
            keys.take(name);
        }
    }
}
