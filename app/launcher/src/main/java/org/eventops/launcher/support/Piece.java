package org.eventops.launcher.support;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One file of the archive.
 *
 * @param name in the archive
 */
record Piece(String name, Content content) {
    /** Writes it, and leaves the stream open. */
    @FunctionalInterface
    interface Content {
        /**
         * @throws IOException if it cannot be read, or the archive cannot be written
         * @throws org.eventops.domain.change.StoreException if the store does not answer
         */
        void to(OutputStream out) throws IOException;
    }
}
