package org.eventops.persistence.atrest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.h2.store.fs.FilePath;

/**
 * The way by which H2 comes to the files of one store: as on the disk, but sealed. H2 finds it by
 * the first part of a file's name.
 */
final class SealedPath extends FilePath {
    private final String scheme;
    private final BlockSeal seal;
    private final Patience patience;
    private final FilePath disk;

    SealedPath(String scheme, BlockSeal seal, Patience patience, FilePath disk) {
        this.scheme = scheme;
        this.seal = seal;
        this.patience = patience;
        this.disk = disk;
        this.name = scheme + ":" + disk;
    }

    private SealedPath of(FilePath other) {
        return new SealedPath(scheme, seal, patience, other);
    }

    private static FilePath plain(FilePath path) {
        return path instanceof SealedPath wrapped ? wrapped.disk : path;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SealedChannel(disk.open(mode), seal, patience);
    }

    @Override
    public FilePath getPath(String path) {
        return of(FilePath.get(path.substring(scheme.length() + 1)));
    }

    @Override
    public long size() {
        return disk.size() / BlockSeal.SEALED * BlockSeal.BLOCK;
    }

    @Override
    public FilePath createTempFile(String suffix, boolean inTempDir) throws IOException {
        return of(disk.createTempFile(suffix, inTempDir));
    }

    @Override
    public void moveTo(FilePath other, boolean atomicReplace) {
        disk.moveTo(plain(other), atomicReplace);
    }

    @Override
    public boolean createFile() {
        return disk.createFile();
    }

    @Override
    public boolean exists() {
        return disk.exists();
    }

    @Override
    public void delete() {
        disk.delete();
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return disk.newDirectoryStream().stream().<FilePath>map(this::of).toList();
    }

    @Override
    public FilePath toRealPath() {
        return of(disk.toRealPath());
    }

    @Override
    public FilePath getParent() {
        return of(disk.getParent());
    }

    @Override
    public boolean isDirectory() {
        return disk.isDirectory();
    }

    @Override
    public boolean isRegularFile() {
        return disk.isRegularFile();
    }

    @Override
    public boolean isAbsolute() {
        return disk.isAbsolute();
    }

    @Override
    public long lastModified() {
        return disk.lastModified();
    }

    @Override
    public boolean canWrite() {
        return disk.canWrite();
    }

    @Override
    public void createDirectory() {
        disk.createDirectory();
    }

    @Override
    public boolean setReadOnly() {
        return disk.setReadOnly();
    }

    @Override
    public String getScheme() {
        return scheme;
    }
}
