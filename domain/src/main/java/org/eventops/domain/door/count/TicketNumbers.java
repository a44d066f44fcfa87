package org.eventops.domain.door.count;

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
        return of(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    int of(long high, long low) {
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

    long most(int number) {
        return most[number];
    }

    long least(int number) {
        return least[number];
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
