package org.eventops.domain.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.access.ForAll;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/**
 * The lines of this console. Those of changed rows are written by the store itself, with the
 * change; every method is called inside a transaction.
 */
public interface AuditLog {
    /** The newest first. */
    @Needs(value = Permission.SEE_AUDIT, wide = true)
    List<AuditLine> find(AuditSearch search);

    /** All of them, chain by chain, in order. */
    @Needs(value = Permission.SEE_AUDIT, wide = true)
    void each(Consumer<AuditLine> reader);

    /**
     * What the journal knows of lines: the hash by the key, as far back as the journal goes.
     *
     * @throws org.eventops.domain.change.StoreException if the journal cannot be read
     */
    @Needs(value = Permission.SEE_AUDIT, wide = true)
    Map<UUID, String> journalled();

    /** Adds a line of its own to the transaction, for what changes no row. */
    @ForAll
    void note(Note note);

    /** The same, about nobody. */
    @ForAll
    default void note(Deed deed, UUID scope, String details) {
        note(new Note(deed, scope, new Note.Nobody(), details));
    }

    /**
     * Takes the details of the lines about these rows away; that they are gone is a line itself.
     *
     * @return how many lines had any
     */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    int forget(Collection<UUID> rows);
}
