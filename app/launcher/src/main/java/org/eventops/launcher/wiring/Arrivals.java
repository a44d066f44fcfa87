package org.eventops.launcher.wiring;

import java.util.Optional;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.audit.Untold;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.persistence.Store;

/**
 * Writes into the audit who came in, and what happened before the door while it could not be
 * written. That is forgotten beside the store only when it is durable in it: where the plug is
 * pulled in between it is told twice, and never not at all.
 */
record Arrivals(Store store, Unlocking unlocking) {
    /**
     * Whoever works here now has just come in.
     *
     * @param how what the line of it says
     */
    void came(Deed how) {
        write(unlocking.untold(), Optional.of(how));
    }

    /** Nobody has come in; what happened is written all the same, since the store is open. */
    void tell() {
        Untold untold = unlocking.untold();
        if (!untold.equals(Untold.NOTHING)) {
            write(untold, Optional.empty());
        }
    }

    private void write(Untold untold, Optional<Deed> entered) {
        store.transactions()
                .write(
                        () -> {
                            AuditLog audit = store.audit();
                            untold.notes().forEach(audit::note);
                            entered.ifPresent(how -> audit.note(how, Note.NO_EVENT, ""));
                            return entered;
                        });
        unlocking.told(untold);
    }
}
