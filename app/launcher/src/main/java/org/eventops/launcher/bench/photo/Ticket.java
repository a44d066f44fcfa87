package org.eventops.launcher.bench.photo;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code on white paper, 16 pixels to a module, quiet zone included. */
final class Ticket {
    static final int MODULE = 16;
    private static final int QUIET = 4;

    /** The white around the code, in pixels of the drawn ticket. */
    static final double BORDER = (double) QUIET * MODULE;

    private static final float INK = 25;
    private static final float PAPER = 230;

    private Ticket() {}

    static Canvas of(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            int side = (matrix.getWidth() + 2 * QUIET) * MODULE;
            Canvas canvas = new Canvas(side, side);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    canvas.light[y * side + x] =
                            dark(matrix, x / MODULE - QUIET, y / MODULE - QUIET) ? INK : PAPER;
                }
            }
            return canvas;
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static boolean dark(ByteMatrix matrix, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < matrix.getWidth() && y < matrix.getHeight();
        return inside && matrix.get(x, y) == 1;
    }
}
