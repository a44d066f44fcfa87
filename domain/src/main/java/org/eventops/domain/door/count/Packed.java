package org.eventops.domain.door.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** Rows of numbers at one stroke: a program that has just started is slow at one by one. */
final class Packed {
    private Packed() {}

    static void write(DataOutput out, long[] numbers, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size * Long.BYTES);
        bytes.asLongBuffer().put(numbers, 0, size);
        out.writeInt(size);
        out.write(bytes.array());
    }

    static long[] longs(DataInput in) throws IOException {
        long[] numbers = new long[in.readInt()];
        byte[] bytes = new byte[numbers.length * Long.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }

    static void write(DataOutput out, int[] numbers, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size * Integer.BYTES);
        bytes.asIntBuffer().put(numbers, 0, size);
        out.writeInt(size);
        out.write(bytes.array());
    }

    static int[] ints(DataInput in) throws IOException {
        int[] numbers = new int[in.readInt()];
        byte[] bytes = new byte[numbers.length * Integer.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asIntBuffer().get(numbers);
        return numbers;
    }

    static void write(DataOutput out, BitSet bits) throws IOException {
        long[] words = bits.toLongArray();
        write(out, words, words.length);
    }

    static BitSet bits(DataInput in) throws IOException {
        return BitSet.valueOf(longs(in));
    }

    /** How many bits are set in both. */
    static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }
}
