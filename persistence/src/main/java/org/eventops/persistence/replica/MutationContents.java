package org.eventops.persistence.replica;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.OutboxEntry;
import org.eventops.persistence.capture.RowCodec;
import org.eventops.persistence.journal.JournalChanges;
import org.eventops.persistence.journal.Place;

/**
 * The changes of mutations, out of the journal; those that were read of late are kept in memory.
 */
final class MutationContents implements AutoCloseable {
    /** More than this travels in parts of about this size, bytes as the journal has them. */
    static final int LARGE = 256 << 10;

    private static final long KEPT_BYTES = 64L << 20;

    private final JournalChanges journal;
    private final StoreFailure failure;
    private final Map<Long, LocalMutation> kept = new LinkedHashMap<>();
    private long keptBytes;

    MutationContents(JournalChanges journal, StoreFailure failure) {
        this.journal = journal;
        this.failure = failure;
    }

    synchronized LocalMutation of(OutboxEntry entry) {
        if (entry.content().bytes() > LARGE) {
            return new LocalMutation(entry.number(), entry.id(), entry.at(), List.of(), true);
        }
        LocalMutation known = kept.get(entry.number());
        if (known != null && known.id().equals(entry.id())) {
            return known;
        }
        List<RowChange> changes = new ArrayList<>();
        try {
            read(journal, entry, (change, bytes) -> changes.add(change));
        } catch (IOException e) {
            throw failure.classify().apply(e);
        }
        LocalMutation mutation =
                new LocalMutation(entry.number(), entry.id(), entry.at(), changes, false);
        keep(mutation, entry.content().bytes());
        return mutation;
    }

    private void keep(LocalMutation mutation, long bytes) {
        if (keptBytes + bytes > KEPT_BYTES) {
            kept.clear();
            keptBytes = 0;
        }
        kept.put(mutation.number(), mutation);
        keptBytes += bytes;
    }

    /** With a reading of its own, since whoever takes the parts may take long. */
    void parts(OutboxEntry entry, Outbox.PartReader reader) {
        Parts parts = new Parts(reader);
        try (JournalChanges own = journal.another()) {
            read(own, entry, parts::add);
        } catch (IOException e) {
            throw failure.classify().apply(e);
        }
        parts.end();
    }

    private interface ChangeReader {
        void change(RowChange change, int bytes);
    }

    private static void read(JournalChanges journal, OutboxEntry entry, ChangeReader reader)
            throws IOException {
        OutboxEntry.Content content = entry.content();
        Place place =
                Optional.ofNullable(content.place())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no place of mutation " + entry.number()));
        journal.read(
                content.frame(),
                place,
                some -> some.forEach(encoded -> one(entry, encoded, reader)));
    }

    private static void one(OutboxEntry entry, byte[] encoded, ChangeReader reader) {
        RowChange change = RowCodec.decode(encoded);
        boolean part =
                entry.content().part() == null || change.scope().equals(entry.content().part());
        if (part && !Machinery.is(change)) {
            reader.change(change, encoded.length);
        }
    }

    /** Cuts a stream of changes into parts; always at the same places. */
    private static final class Parts {
        private final Outbox.PartReader reader;
        private final List<RowChange> some = new ArrayList<>();
        private long size;
        private int part;

        Parts(Outbox.PartReader reader) {
            this.reader = reader;
        }

        void add(RowChange change, int bytes) {
            if (size >= LARGE) {
                give(false);
            }
            some.add(change);
            size += bytes;
        }

        private void give(boolean last) {
            reader.part(part++, last, List.copyOf(some));
            some.clear();
            size = 0;
        }

        void end() {
            give(true);
        }
    }

    /** Forgets what was read; the numbers may come to mean other mutations. */
    synchronized void forget() {
        kept.clear();
        keptBytes = 0;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
