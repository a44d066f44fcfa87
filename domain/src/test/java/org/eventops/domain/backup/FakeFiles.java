package org.eventops.domain.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Backups as they would say of themselves. */
final class FakeFiles {
    private FakeFiles() {}

    static BackupFile full(Instant from, Instant until, Optional<UUID> previous) {
        return file(BackupKind.FULL, from, until, previous);
    }

    static BackupFile more(BackupFile before, Instant until) {
        return file(
                BackupKind.INCREMENTAL,
                before.facts().span().until(),
                until,
                Optional.of(before.facts().id()));
    }

    private static BackupFile file(
            BackupKind kind, Instant from, Instant until, Optional<UUID> previous) {
        BackupFacts facts =
                new BackupFacts(
                        UUID.randomUUID(),
                        kind,
                        previous,
                        until,
                        new BackupFacts.Span(from, until),
                        BackupFacts.Key.PASSWORDS);
        return new BackupFile(Path.of(facts.id() + ".backup"), 1, facts);
    }
}
