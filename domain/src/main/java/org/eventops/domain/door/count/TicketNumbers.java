package org.eventops.domain.door.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Small numbers for ids, in the order in which they were first asked for. A table without objects:
 * a hundred thousand tickets are read back in a few milliseconds and take 4 MB.
 */
final class TicketNumbers {
    private static final int FIRST = 1024;

    private long[] most = new long[FIRST];
    private long[] least = new long[FIRST];

    /** Number plus one at the place of the id or the next free one; never more than half full. */
    private int[] slots = new int[FIRST * 2];

    private int size;

    int size() {
        return size;
    }

    /** The number of the id, a new one where it is not known. */
    int of(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int slot = slot(high, low);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (size == most.length) {
            grow();
            slot = slot(high, low);
        }
        most[size] = high;
        least[size] = low;
        size++;
        slots[slot] = size;
        return size - 1;
    }

    void write(DataOutput out) throws IOException {
        Packed.write(out, most, size);
        Packed.write(out, least, size);
        Packed.write(out, slots, slots.length);
    }

    static TicketNumbers read(DataInput in) throws IOException {
        TicketNumbers numbers = new TicketNumbers();
        long[] most = Packed.longs(in);
        long[] least = Packed.longs(in);
        numbers.size = most.length;
        numbers.slots = Packed.ints(in);
        numbers.most = Arrays.copyOf(most, numbers.slots.length / 2);
        numbers.least = Arrays.copyOf(least, numbers.slots.length / 2);
        return numbers;
    }

    private int slot(long high, long low) {
        long mixed = (high * 31 + low) * 0x9E3779B97F4A7C15L;
        int mask = slots.length - 1;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] > 0 && !isAt(slots[slot] - 1, high, low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int number, long high, long low) {
        return most[number] == high && least[number] == low;
    }

    private void grow() {
        most = Arrays.copyOf(most, size * 2);
        least = Arrays.copyOf(least, size * 2);
        slots = new int[size * 4];
        for (int number = 0; number < size; number++) {
            slots[slot(most[number], least[number])] = number + 1;
        }
    }
}
