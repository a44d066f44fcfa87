package org.eventops.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.change.StoreException;
import org.eventops.persistence.unlock.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a restored store in the place of the one in a folder, which is moved aside. A file says how
 * far it has come; from when that stands the work is ended by whoever opens the store next, so that
 * a pulled plug leaves the one or the other, and never some of both.
 */
final class RestoreSwap {
    /** What makes a store; other things in the folder, such as logs and backups, stay. */
    private static final List<String> STORE =
            List.of(
                    "store.mv.db",
                    "journal",
                    "snapshots",
                    "tallies",
                    "keys",
                    "carried",
                    "keyring.json",
                    "computer.json",
                    "store.key",
                    "store.seal",
                    "store.checkpoint",
                    "store.damaged",
                    "sealing",
                    StoreHistory.FILE);

    private static final String MARK = "store.restored";
    private static final String ASIDE = "aside";
    private static final String IN = "in";
    private static final int LINES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(RestoreSwap.class);

    private final Path folder;
    private final Moves moves;

    /** How a file or folder gets another name; a test lets it fail. */
    interface Moves {
        void move(Path from, Path to) throws IOException;
    }

    RestoreSwap(Path folder) {
        this(folder, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    RestoreSwap(Path folder, Moves moves) {
        this.folder = folder;
        this.moves = moves;
    }

    static boolean isUnderWay(Path folder) {
        return Files.exists(folder.resolve(MARK));
    }

    /**
     * @param restored a folder in this one, with a whole store
     * @param aside a name in this one that nothing has
     * @return where what was there lies; empty if nothing was there
     */
    Optional<Path> swap(Path restored, Path aside) throws IOException {
        boolean any = isStore();
        mark(ASIDE, folder.relativize(restored).toString(), aside.getFileName().toString());
        finish();
        return any ? Optional.of(aside) : Optional.empty();
    }

    /** Ends what a pulled plug left, before anybody looks for who opens the store. */
    static void finish(Path folder, Clock clock) {
        if (!isUnderWay(folder)) {
            return;
        }
        try {
            FolderLock lock = FolderLock.take(folder, clock.instant());
            try {
                LOG.info("a restore is ended that had begun");
                new RestoreSwap(folder).finish();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    /** Goes on from where it was left; nothing if none was begun. */
    void finish() throws IOException {
        if (!isUnderWay(folder)) {
            return;
        }
        List<String> lines =
                Files.readString(folder.resolve(MARK), StandardCharsets.UTF_8).lines().toList();
        if (lines.size() != LINES) {
            throw new StoreException(StoreException.Problem.CORRUPT, MARK);
        }
        Path restored = folder.resolve(lines.get(1));
        Path aside = folder.resolve(lines.get(2));
        if (lines.get(0).equals(ASIDE)) {
            // Until all of it is away, what has a store's name here is of the one before.
            if (isStore()) {
                PrivateFolder.make(aside);
                moveAll(folder, aside);
            }
            mark(IN, lines.get(1), lines.get(2));
        }
        moveAll(restored, folder);
        Files.delete(folder.resolve(MARK));
        PrivateFolder.sync(folder);
        PrivateFolder.delete(restored);
    }

    private boolean isStore() {
        return STORE.stream().anyMatch(each -> Files.exists(folder.resolve(each)));
    }

    private void moveAll(Path from, Path to) throws IOException {
        for (String each : STORE) {
            if (Files.exists(from.resolve(each))) {
                moves.move(from.resolve(each), to.resolve(each));
            }
        }
        PrivateFolder.sync(from);
        PrivateFolder.sync(to);
    }

    private void mark(String step, String restored, String aside) throws IOException {
        String text = String.join("\n", step, restored, aside);
        PrivateFile.write(folder.resolve(MARK), text.getBytes(StandardCharsets.UTF_8));
    }
}
