package org.eventops.persistence.atrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eventops.domain.unlock.StoreKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedChannelTest {
    private static final StoreKey KEY = StoreKey.random(new SecureRandom());

    @TempDir Path folder;

    private interface Work {
        void with(SealedChannel channel, Path file) throws IOException;
    }

    private static void in(StoreKey key, Path file, Work work) throws IOException {
        try (FileChannel raw =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                SealedChannel channel =
                        new SealedChannel(
                                raw, new BlockSeal(key.derive("database")), new Patience())) {
            work.with(channel, file);
        }
    }

    private static byte[] blocks(int count, int seed) {
        byte[] bytes = new byte[count * BlockSeal.BLOCK];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(SealedChannel channel, long at, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        while (target.hasRemaining()) {
            assertThat(channel.read(target, at + target.position())).isPositive();
        }
        return target.array();
    }

    /** Against an ordinary file in which a hole reads as zeros. */
    @Property(tries = 60)
    void holdsWhatWasWrittenWhereverAndHowever(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 150) Integer> places,
            @ForAll @IntRange(min = 1, max = 90) int length,
            @ForAll Random random)
            throws IOException {
        Path file = Files.createTempFile("sealed", ".db");
        byte[] plain = new byte[260 * BlockSeal.BLOCK];
        in(
                KEY,
                file,
                (channel, path) -> {
                    int size = 0;
                    for (int place : places) {
                        byte[] some = blocks(1 + (place + length) % 90, place);
                        int at = place * BlockSeal.BLOCK;
                        channel.write(ByteBuffer.wrap(some), at);
                        System.arraycopy(some, 0, plain, at, some.length);
                        size = Math.max(size, at + some.length);
                    }
                    assertThat(channel.size()).isEqualTo(size);
                    for (int i = 0; i < 20; i++) {
                        int at = random.nextInt(size);
                        int many = 1 + random.nextInt(Math.min(size - at, 400_000));
                        assertThat(read(channel, at, many))
                                .isEqualTo(Arrays.copyOfRange(plain, at, at + many));
                    }
                    assertThat(channel.read(ByteBuffer.allocate(9), size)).isEqualTo(-1);
                });
        Files.delete(file);
    }

    @Test
    void everyFlippedBitIsFoundWhereItIsReadAndNowhereElse() throws IOException {
        Path file = folder.resolve("f");
        byte[] plain = blocks(3, 1);
        in(KEY, file, (channel, path) -> channel.write(ByteBuffer.wrap(plain), 0));
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole).hasSize(3 * BlockSeal.SEALED);
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            int place = random.nextInt(whole.length);
            byte[] flipped = whole.clone();
            flipped[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            int damaged = place / BlockSeal.SEALED;
            in(
                    KEY,
                    file,
                    (channel, path) -> {
                        for (int block = 0; block < 3; block++) {
                            int at = block * BlockSeal.BLOCK;
                            if (block == damaged) {
                                assertThatThrownBy(() -> read(channel, at + 5, 10))
                                        .isInstanceOf(DamagedBlock.class);
                            } else {
                                assertThat(read(channel, at + 5, 10))
                                        .isEqualTo(Arrays.copyOfRange(plain, at + 5, at + 15));
                            }
                        }
                    });
        }
    }

    @Test
    void aBlockInAnotherPlaceOrUnderAnotherKeyIsNotTaken() throws IOException {
        Path file = folder.resolve("f");
        in(KEY, file, (channel, path) -> channel.write(ByteBuffer.wrap(blocks(2, 1)), 0));
        byte[] whole = Files.readAllBytes(file);
        in(
                StoreKey.random(new SecureRandom()),
                file,
                (channel, path) ->
                        assertThatThrownBy(() -> read(channel, 0, 1))
                                .isInstanceOf(DamagedBlock.class));
        byte[] swapped = new byte[whole.length];
        System.arraycopy(whole, 0, swapped, BlockSeal.SEALED, BlockSeal.SEALED);
        System.arraycopy(whole, BlockSeal.SEALED, swapped, 0, BlockSeal.SEALED);
        Files.write(file, swapped);
        in(
                KEY,
                file,
                (channel, path) ->
                        assertThatThrownBy(() -> read(channel, 0, 1))
                                .isInstanceOf(DamagedBlock.class));
    }

    @Test
    void partOfABlockIsNeitherWrittenNorCounted() throws IOException {
        Path file = folder.resolve("f");
        in(
                KEY,
                file,
                (channel, path) -> {
                    channel.write(ByteBuffer.wrap(blocks(2, 1)), 0);
                    assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(100), 0))
                            .isInstanceOf(IOException.class);
                    assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(BlockSeal.BLOCK), 5))
                            .isInstanceOf(IOException.class);
                });
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        in(KEY, file, (channel, path) -> assertThat(channel.size()).isEqualTo(BlockSeal.BLOCK));
    }
}
