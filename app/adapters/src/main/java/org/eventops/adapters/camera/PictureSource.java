package org.eventops.adapters.camera;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;

/** A picture in a file: PNG, JPEG, GIF or BMP. */
final class PictureSource implements FrameSource {
    private final Path file;
    private boolean read;

    PictureSource(Path file) {
        this.file = file;
    }

    @Override
    public Optional<GrayFrame> next() throws IOException {
        if (read) {
            return Optional.empty();
        }
        read = true;
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException("not a picture that can be read: " + file);
        }
        return Optional.of(gray(image));
    }

    /** As the eye weighs the colours; what is transparent is white paper. */
    private static GrayFrame gray(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int alpha = row[x] >>> 24;
                int light =
                        ((row[x] >> 16 & 0xff) * 306
                                        + (row[x] >> 8 & 0xff) * 601
                                        + (row[x] & 0xff) * 117)
                                >> 10;
                pixels[y * width + x] = (byte) ((light * alpha + 255 * (255 - alpha)) / 255);
            }
        }
        return new GrayFrame(pixels, width, height);
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void close() {
        // the file was closed when it had been read
    }
}
