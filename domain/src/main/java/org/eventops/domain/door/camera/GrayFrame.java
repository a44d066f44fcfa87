package org.eventops.domain.door.camera;

/**
 * One picture of a camera, its brightness only.
 *
 * @param pixels row by row from the top left, unsigned, 0 is black; not copied, so that whoever
 *     makes frames must not write to it while somebody reads
 */
@SuppressWarnings("ArrayRecordComponent") // a megabyte thirty times a second is not copied
public record GrayFrame(byte[] pixels, int width, int height) {
    public GrayFrame {
        if (width < 1 || height < 1 || pixels.length < (long) width * height) {
            throw new IllegalArgumentException(width + " x " + height + " of " + pixels.length);
        }
    }

    /** Brightness, 0 to 255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }
}
