package org.eventops.adapters.camera;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What stands in front of the tests' cameras. */
final class Scenes {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private Scenes() {}

    static BufferedImage table() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(120, 115, 110));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return image;
    }

    /** Lays a code on the table, its paper's corner at this place. */
    static BufferedImage with(BufferedImage table, String text, int left, int top, int module) {
        try {
            ByteMatrix code = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            Graphics2D pen = table.createGraphics();
            pen.setColor(Color.WHITE);
            int side = (code.getWidth() + 8) * module;
            pen.fillRect(left, top, side, side);
            pen.setColor(Color.BLACK);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y) == 1) {
                        pen.fillRect(
                                left + (x + 4) * module, top + (y + 4) * module, module, module);
                    }
                }
            }
            pen.dispose();
            return table;
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
