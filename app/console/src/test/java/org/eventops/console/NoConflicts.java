package org.eventops.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.SyncedRows;
import org.jspecify.annotations.Nullable;

/** A store without an exchange: it has no conflicts, so nothing of them is ever written. */
final class NoConflicts implements ConflictRepository, SyncedRows {
    @Override
    public List<Conflict> list(Query query) {
        return List.of();
    }

    @Override
    public int open() {
        return 0;
    }

    @Override
    public Optional<Conflict> find(UUID id) {
        return Optional.empty();
    }

    @Override
    public void resolve(UUID id, Instant at, String by, String taken) {
        // there is none
    }

    @Override
    public void reopen(UUID id) {
        // there is none
    }

    @Override
    public Optional<Map<String, @Nullable Object>> row(String table, UUID key) {
        return Optional.empty();
    }

    @Override
    public void insert(String table, Map<String, @Nullable Object> columns) {
        throw new IllegalStateException("nothing to settle");
    }

    @Override
    public boolean update(String table, UUID key, Map<String, @Nullable Object> columns) {
        return false;
    }

    @Override
    public boolean delete(String table, UUID key) {
        return false;
    }
}
