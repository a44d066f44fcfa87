package org.eventops.persistence;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.eventops.persistence.atrest.DamagedBlock;
import org.eventops.persistence.atrest.Patience;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Tells from what H2 or the file system threw what a person can do about it. */
final class StoreProblems {
    private static final long SMALLEST_ROOM = 4L << 20;

    private StoreProblems() {}

    /**
     * @param folder where the store stands; a write that failed for no known reason is the disk's
     *     fault when that has no room left (H2 loses the operating system's own words)
     */
    static StoreException of(Throwable failure, Path folder) {
        StoreException known = of(failure);
        boolean unexplained = known.problem() == Problem.FAILED;
        return unexplained && isFull(folder)
                ? new StoreException(Problem.DISK_FULL, known.detail(), failure)
                : known;
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < SMALLEST_ROOM;
        } catch (IOException e) {
            // A disk that cannot even be asked is not full; the first failure is what is told.
            return false;
        }
    }

    private static StoreException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return known;
            }
            Problem problem = problem(cause);
            if (problem != Problem.FAILED) {
                return new StoreException(problem, detail(cause), failure);
            }
        }
        return new StoreException(Problem.FAILED, detail(failure), failure);
    }

    /** Whether the database file itself is unreadable, so that it has to be built anew. */
    static boolean isCorrupt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (problem(cause) == Problem.CORRUPT) {
                return true;
            }
        }
        return false;
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof StoreException known) {
            return known.problem();
        }
        if (cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException) {
            return Problem.READ_ONLY;
        }
        // A file that ends before what it says it holds was cut.
        if (cause instanceof DamagedBlock || cause instanceof EOFException) {
            return Problem.CORRUPT;
        }
        if (cause instanceof IOException io) {
            return Patience.isFull(io) ? Problem.DISK_FULL : ofMessage(io.getMessage());
        }
        if (cause instanceof SQLException sql) {
            return switch (sql.getErrorCode()) {
                case ErrorCode.DATABASE_IS_READ_ONLY -> Problem.READ_ONLY;
                // A value of another type than its column's: no statement of ours converts any.
                case ErrorCode.FILE_CORRUPTED_1,
                        ErrorCode.FILE_VERSION_ERROR_1,
                        ErrorCode.DATA_CONVERSION_ERROR_1 ->
                        Problem.CORRUPT;
                // What a migration makes is there, and it does not know: it was cut, or the file
                // fell back to the middle of it.
                case ErrorCode.TABLE_OR_VIEW_ALREADY_EXISTS_1,
                        ErrorCode.DUPLICATE_COLUMN_NAME_1,
                        ErrorCode.INDEX_ALREADY_EXISTS_1,
                        ErrorCode.CONSTRAINT_ALREADY_EXISTS_1,
                        ErrorCode.TRIGGER_ALREADY_EXISTS_1 ->
                        Problem.CORRUPT;
                case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Problem.IN_USE;
                default -> Problem.FAILED;
            };
        }
        if (cause.getClass().getName().equals("org.h2.mvstore.MVStoreException")) {
            return ofMvStore(cause.getMessage());
        }
        return Problem.FAILED;
    }

    private static Problem ofMessage(@Nullable String message) {
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        boolean readOnly =
                text.contains("read-only file system") || text.contains("access is denied");
        return readOnly ? Problem.READ_ONLY : Problem.FAILED;
    }

    private static Problem ofMvStore(@Nullable String message) {
        String text = message == null ? "" : message;
        return text.contains("orrupt") || (text.contains("[2.") && text.contains("/6]"))
                ? Problem.CORRUPT
                : Problem.FAILED;
    }

    private static String detail(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause instanceof SQLException sql ? name + " " + sql.getErrorCode() : name;
    }
}
