package org.eventops.domain.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.change.Transactions;

/**
 * Notes in the audit that somebody's data was given out. It says by a digest alone whose they were,
 * and that goes when the person is erased.
 */
public final class NotedDocuments implements PersonalDocuments {
    private final PersonalDocuments real;
    private final Transactions transactions;
    private final Access access;
    private final AuditLog audit;

    public NotedDocuments(
            PersonalDocuments real, Transactions transactions, Access access, AuditLog audit) {
        this.real = real;
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
    }

    /**
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here keeps privacy
     */
    @Override
    public void write(PersonalData data, Form form, OutputStream stream) throws IOException {
        access.need(Permission.KEEP_PRIVACY);
        real.write(data, form, stream);
        transactions.write(
                () -> {
                    audit.note(note(data));
                    return data;
                });
    }

    private static Note note(PersonalData data) {
        Map<String, String> told = new TreeMap<>();
        told.put("document", "personal data");
        told.put("rows", Integer.toString(data.rows().size()));
        // What erasing touches is what takes the details of this line away.
        return data.rows().stream()
                .min(Comparator.comparing(row -> !Erasing.touches(row.part())))
                .map(row -> about(data, row, told))
                .orElseGet(() -> Note.of(Deed.GIVEN_OUT, told));
    }

    private static Note about(PersonalData data, PersonalRow row, Map<String, String> told) {
        told.put("digest", data.subject().digest(row.scope()));
        Note plain = Note.of(Deed.GIVEN_OUT, told);
        return new Note(plain.deed(), scope(data), new Note.OfRow(row.id()), plain.details());
    }

    private static UUID scope(PersonalData data) {
        List<UUID> scopes = data.rows().stream().map(PersonalRow::scope).distinct().toList();
        return scopes.size() == 1 ? scopes.getFirst() : Note.NO_EVENT;
    }
}
