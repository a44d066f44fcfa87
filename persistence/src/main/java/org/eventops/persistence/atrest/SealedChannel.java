package org.eventops.persistence.atrest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file of H2 whose blocks lie sealed in another one. H2 writes whole blocks only. */
final class SealedChannel extends FileBaseDefault {
    private static final int AT_ONCE = 64;

    private final FileChannel file;
    private final BlockSeal seal;
    private final Patience patience;

    SealedChannel(FileChannel file, BlockSeal seal, Patience patience) {
        this.file = file;
        this.seal = seal;
        this.patience = patience;
    }

    /** A block of which only a part was written, as by a power cut, does not count. */
    @Override
    public long size() throws IOException {
        return file.size() / BlockSeal.SEALED * BlockSeal.BLOCK;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // readers go side by side
    public int read(ByteBuffer target, long position) throws IOException {
        long size = size();
        if (position >= size) {
            return -1;
        }
        int skip = (int) (position % BlockSeal.BLOCK);
        long most = (long) AT_ONCE * BlockSeal.BLOCK - skip;
        int wanted = (int) Math.min(Math.min(target.remaining(), size - position), most);
        long first = position / BlockSeal.BLOCK;
        int blocks = (skip + wanted + BlockSeal.BLOCK - 1) / BlockSeal.BLOCK;
        ByteBuffer plain = seal.open(raw(first, blocks), first);
        target.put(plain.slice(skip, wanted));
        return wanted;
    }

    private ByteBuffer raw(long first, int blocks) throws IOException {
        ByteBuffer raw = seal.room(blocks);
        while (raw.hasRemaining()) {
            if (file.read(raw, first * BlockSeal.SEALED + raw.position()) < 0) {
                throw new EOFException();
            }
        }
        return raw.flip();
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        if (position % BlockSeal.BLOCK != 0 || length % BlockSeal.BLOCK != 0) {
            throw new IOException("part of a block at " + position + ", " + length + " bytes");
        }
        for (long end = size(); end < position; end += BlockSeal.BLOCK) {
            put(ByteBuffer.allocate(BlockSeal.BLOCK), end);
        }
        put(source, position);
        source.position(source.limit());
        return length;
    }

    private void put(ByteBuffer plain, long position) throws IOException {
        long first = position / BlockSeal.BLOCK;
        ByteBuffer raw = seal.seal(plain, first);
        while (raw.hasRemaining()) {
            try {
                file.write(raw, first * BlockSeal.SEALED + raw.position());
            } catch (IOException e) {
                patience.tryAgain(e);
            }
        }
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate((size + BlockSeal.BLOCK - 1) / BlockSeal.BLOCK * BlockSeal.SEALED);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
