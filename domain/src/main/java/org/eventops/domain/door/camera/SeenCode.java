package org.eventops.domain.door.camera;

import java.util.List;

/**
 * A code in a picture.
 *
 * @param text as it was read
 * @param outline its marked points, in pixels of the frame; for a QR code the middles of its corner
 *     patterns
 * @param how the step of the ladder that read it
 */
public record SeenCode(String text, List<Point> outline, String how) {
    /** In pixels from the top left. */
    public record Point(double x, double y) {}

    public SeenCode {
        outline = List.copyOf(outline);
    }
}
