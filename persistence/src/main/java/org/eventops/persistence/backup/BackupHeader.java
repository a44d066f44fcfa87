package org.eventops.persistence.backup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.unlock.SealedText;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.journal.Place;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the clear at the beginning of a backup; the seal of the rest holds it, so that
 * none of it can be changed.
 *
 * @param history of which the backup is part; a store that was restored begins another
 * @param end where its journal ends
 * @param whole the last mutation up to which its copy of the database is known to be whole; of an
 *     incremental one 0
 * @param keys what opens it
 */
public record BackupHeader(BackupFacts facts, UUID history, Place end, long whole, Keys keys) {
    private static final String PURPOSE = "backup";
    private static final String CHECK = "check of a backup";

    /**
     * @param keyring the text of the keyring, or of the key itself while nobody protects the store
     * @param check that only the right key opens
     */
    public record Keys(String keyring, String check) {}

    /** As JSON; kept flat, so that a newer program may add to it. */
    record Written(
            int format,
            String id,
            String kind,
            @Nullable String previous,
            String history,
            String takenAt,
            String from,
            String until,
            long segment,
            long offset,
            long whole,
            String key,
            String keyring,
            String check) {}

    static final int FORMAT = 1;

    /** What the parts of all backups of a store are sealed with. */
    public static SecretKey sealedBy(StoreKey key) {
        return key.derive(PURPOSE);
    }

    /** What only this key opens, for the backup of this id. */
    public static String check(StoreKey key, UUID id, java.security.SecureRandom random) {
        return SealedText.seal(key.derive(CHECK), id.toString(), new byte[0], random);
    }

    public boolean opensWith(StoreKey key) {
        return SealedText.open(key.derive(CHECK), facts.id().toString(), keys.check()).isPresent();
    }

    Written written() {
        return new Written(
                FORMAT,
                facts.id().toString(),
                facts.kind().name(),
                facts.previous().map(UUID::toString).orElse(null),
                history.toString(),
                facts.takenAt().toString(),
                facts.span().from().toString(),
                facts.span().until().toString(),
                end.segment(),
                end.offset(),
                whole,
                facts.key().name(),
                keys.keyring(),
                keys.check());
    }

    /**
     * @throws RuntimeException if it lacks something or is not what it should be
     */
    static BackupHeader of(Written text) {
        BackupFacts facts =
                new BackupFacts(
                        UUID.fromString(text.id()),
                        org.eventops.domain.backup.BackupKind.valueOf(text.kind()),
                        Optional.ofNullable(text.previous()).map(UUID::fromString),
                        Instant.parse(text.takenAt()),
                        new BackupFacts.Span(
                                Instant.parse(text.from()), Instant.parse(text.until())),
                        BackupFacts.Key.valueOf(text.key()));
        return new BackupHeader(
                facts,
                UUID.fromString(text.history()),
                new Place(text.segment(), text.offset()),
                text.whole(),
                new Keys(text.keyring(), text.check()));
    }
}
