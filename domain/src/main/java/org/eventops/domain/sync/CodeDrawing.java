package org.eventops.domain.sync;

import java.util.Optional;

/** Draws a text as a QR code for a screen. */
public interface CodeDrawing {
    /**
     * @param text printable ASCII
     * @return empty if it is too long for one code
     */
    Optional<Drawn> drawn(String text);

    /** A code's modules, without the quiet zone of four around them. */
    interface Drawn {
        /** Modules along each side. */
        int side();

        boolean isDark(int x, int y);
    }
}
