package org.eventops.domain.door.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.door.Verdict;

/**
 * The scans of an event, each counted once when it is told, so that asking costs nothing however
 * many there are. Not safe for several threads at a time.
 */
public final class EventTally {
    private final TicketBook book;
    private final ListTally all;
    private final Map<UUID, ListTally> lists = new HashMap<>();

    public EventTally() {
        this(new TicketBook(), new ListTally());
    }

    private EventTally(TicketBook book, ListTally all) {
        this.book = book;
        this.all = all;
    }

    /** Takes the tickets as they are now; those that are not put are gone. */
    public void tickets(Consumer<TicketBook> reading) {
        book.forget();
        reading.accept(book);
    }

    /** A scan that was not taken back, after all those that were recorded before it. */
    public void add(CountedScan scan) {
        of(scan.list()).count(scan, 1);
        all.count(scan, 1);
        move(scan);
    }

    private void move(CountedScan scan) {
        UUID ticket = scan.ticket();
        if (ticket != null && scan.verdict().counts()) {
            int number = book.number(ticket);
            boolean entry = scan.verdict() == Verdict.ADMITTED;
            of(scan.list()).move(number, entry);
            all.move(number, entry);
        }
    }

    /**
     * A scan that was counted is taken back.
     *
     * @param left the scans of its ticket that were counted and still stand, in the order of
     *     recording
     */
    public void takeBack(CountedScan scan, List<CountedScan> left) {
        of(scan.list()).count(scan, -1);
        all.count(scan, -1);
        UUID ticket = scan.ticket();
        if (ticket != null) {
            int number = book.number(ticket);
            all.forget(number);
            lists.values().forEach(each -> each.forget(number));
            left.forEach(this::move);
        }
    }

    private ListTally of(UUID list) {
        return lists.computeIfAbsent(list, unused -> new ListTally());
    }

    TicketBook book() {
        return book;
    }

    /** Absent for all lists together. */
    ListTally tally(Optional<UUID> list) {
        return list.map(id -> lists.getOrDefault(id, new ListTally())).orElse(all);
    }

    /** All of it, to be kept in a file; {@link #read} understands it. */
    public void write(DataOutput out) throws IOException {
        book.write(out);
        all.write(out);
        out.writeInt(lists.size());
        for (Map.Entry<UUID, ListTally> each : lists.entrySet()) {
            out.writeLong(each.getKey().getMostSignificantBits());
            out.writeLong(each.getKey().getLeastSignificantBits());
            each.getValue().write(out);
        }
    }

    /**
     * @throws IOException where it ends too early
     */
    public static EventTally read(DataInput in) throws IOException {
        EventTally tally = new EventTally(TicketBook.read(in), ListTally.read(in));
        Map<UUID, ListTally> lists = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            UUID list = new UUID(in.readLong(), in.readLong());
            lists.put(list, ListTally.read(in));
        }
        tally.lists.putAll(lists);
        return tally;
    }
}
