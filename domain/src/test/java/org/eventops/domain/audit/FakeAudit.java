package org.eventops.domain.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps what was noted. */
public final class FakeAudit implements AuditLog {
    private final List<Note> notes = new ArrayList<>();

    /** What was noted since this was last asked. */
    public List<Note> taken() {
        List<Note> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    @Override
    public void note(Note note) {
        notes.add(note);
    }

    @Override
    public List<AuditLine> find(AuditSearch search) {
        return List.of();
    }

    @Override
    public void each(Consumer<AuditLine> reader) {}

    @Override
    public Map<UUID, String> journalled() {
        return Map.of();
    }

    @Override
    public int forget(Collection<UUID> rows) {
        return 0;
    }
}
