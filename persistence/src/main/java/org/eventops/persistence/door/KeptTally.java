package org.eventops.persistence.door;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.door.count.EventTally;
import org.jspecify.annotations.Nullable;

/** A tally, and up to where it has read the rows of its event. */
final class KeptTally {
    final EventTally tally;

    /** Scans that were taken back, counted before or not. */
    final Set<UUID> undone = new HashSet<>();

    long recorded = -1;
    long undoRecorded = -1;
    @Nullable UUID last;

    KeptTally() {
        this(new EventTally());
    }

    private KeptTally(EventTally tally) {
        this.tally = tally;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(recorded);
        out.writeLong(undoRecorded);
        out.writeBoolean(last != null);
        write(out, last == null ? new UUID(0, 0) : last);
        out.writeInt(undone.size());
        for (UUID scan : undone) {
            write(out, scan);
        }
        tally.write(out);
    }

    static KeptTally read(DataInput in) throws IOException {
        long recorded = in.readLong();
        long undoRecorded = in.readLong();
        boolean any = in.readBoolean();
        UUID last = uuid(in);
        Set<UUID> undone = new HashSet<>();
        for (int i = in.readInt(); i > 0; i--) {
            undone.add(uuid(in));
        }
        KeptTally kept = new KeptTally(EventTally.read(in));
        kept.recorded = recorded;
        kept.undoRecorded = undoRecorded;
        kept.last = any ? last : null;
        kept.undone.addAll(undone);
        return kept;
    }

    private static void write(DataOutput out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInput in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
