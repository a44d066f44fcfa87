package org.eventops.domain.door.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eventops.domain.door.Verdict;
import org.jspecify.annotations.Nullable;

/** What one list, or all together, has seen so far. Tickets are told apart by their number. */
final class ListTally {
    private static final int SECONDS = 60;
    private static final int ENTRIES = 0;
    private static final int EXITS = 1;
    private static final int REFUSED = 2;

    private final BitSet entered = new BitSet();
    private final BitSet inside = new BitSet();
    private final TreeMap<String, int[]> gates = new TreeMap<>();
    private final TreeMap<Long, int[]> minutes = new TreeMap<>();
    private final Map<Verdict, Integer> refused = new EnumMap<>(Verdict.class);

    /**
     * Adds a scan, or takes one away.
     *
     * @param one 1 or -1
     */
    void count(CountedScan scan, int one) {
        int kind = kind(scan.verdict());
        String gate = scan.gate() == null ? "" : scan.gate();
        int[] ofGate = gates.computeIfAbsent(gate, unused -> new int[3]);
        ofGate[kind] += one;
        if (ofGate[ENTRIES] + ofGate[EXITS] + ofGate[REFUSED] == 0) {
            gates.remove(gate);
        }
        if (kind == REFUSED) {
            refused.compute(scan.verdict(), (verdict, was) -> added(was, one));
            return;
        }
        long minute = Math.floorDiv(scan.at().getEpochSecond(), SECONDS);
        int[] ofMinute = minutes.computeIfAbsent(minute, unused -> new int[2]);
        ofMinute[kind] += one;
        if (ofMinute[ENTRIES] + ofMinute[EXITS] == 0) {
            minutes.remove(minute);
        }
    }

    private static @Nullable Integer added(@Nullable Integer was, int one) {
        int now = (was == null ? 0 : was) + one;
        return now == 0 ? null : now;
    }

    private static int kind(Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> ENTRIES;
            case EXITED -> EXITS;
            default -> REFUSED;
        };
    }

    /** The latest movement of a ticket, unless it leaves without ever having entered. */
    void move(int ticket, boolean entry) {
        if (entry) {
            entered.set(ticket);
        }
        inside.set(ticket, entry);
    }

    /** Forgets the movements of a ticket, which are told again. */
    void forget(int ticket) {
        entered.clear(ticket);
        inside.clear(ticket);
    }

    /** How many of these have entered. */
    int entered(BitSet tickets) {
        return Packed.common(tickets, entered);
    }

    /** How many of these are inside. */
    int inside(BitSet tickets) {
        return Packed.common(tickets, inside);
    }

    /** Entries, exits and refusals by gate. */
    Map<String, int[]> gates() {
        return gates;
    }

    /** Entries and exits by minute since 1970. */
    NavigableMap<Long, int[]> minutes() {
        return minutes;
    }

    Map<Verdict, Integer> refused() {
        return refused;
    }

    void write(DataOutput out) throws IOException {
        Packed.write(out, entered);
        Packed.write(out, inside);
        out.writeInt(gates.size());
        for (Map.Entry<String, int[]> gate : gates.entrySet()) {
            out.writeUTF(gate.getKey());
            for (int number : gate.getValue()) {
                out.writeInt(number);
            }
        }
        out.writeInt(minutes.size());
        for (Map.Entry<Long, int[]> minute : minutes.entrySet()) {
            out.writeLong(minute.getKey());
            out.writeInt(minute.getValue()[ENTRIES]);
            out.writeInt(minute.getValue()[EXITS]);
        }
        out.writeInt(refused.size());
        for (Map.Entry<Verdict, Integer> each : refused.entrySet()) {
            out.writeUTF(each.getKey().name());
            out.writeInt(each.getValue());
        }
    }

    static ListTally read(DataInput in) throws IOException {
        ListTally tally = new ListTally();
        tally.entered.or(Packed.bits(in));
        tally.inside.or(Packed.bits(in));
        for (int i = in.readInt(); i > 0; i--) {
            String gate = in.readUTF();
            tally.gates.put(gate, new int[] {in.readInt(), in.readInt(), in.readInt()});
        }
        for (int i = in.readInt(); i > 0; i--) {
            long minute = in.readLong();
            tally.minutes.put(minute, new int[] {in.readInt(), in.readInt()});
        }
        for (int i = in.readInt(); i > 0; i--) {
            Verdict verdict = Verdict.valueOf(in.readUTF());
            tally.refused.put(verdict, in.readInt());
        }
        return tally;
    }
}
