package org.eventops.adapters.documents;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.eventops.domain.badge.BadgeLayout;

/** A layout's picture, as large as its box allows, in its own shape. */
record BadgeLogo(BufferedImage picture) implements BadgeDrawing.Logo {
    private static final long MOST_PIXELS = 16_000_000;

    /** Draws nothing where the layout has none. */
    static BadgeDrawing.Logo of(BadgeLayout layout) throws IOException {
        Optional<BufferedImage> picture = picture(layout);
        return picture.isPresent() ? new BadgeLogo(picture.get()) : (pen, place) -> {};
    }

    static Optional<BufferedImage> picture(BadgeLayout layout) throws IOException {
        String logo = layout.logo();
        if (logo == null) {
            return Optional.empty();
        }
        try {
            return read(Base64.getDecoder().decode(logo));
        } catch (IllegalArgumentException e) {
            throw new IOException("logo is not Base64", e);
        }
    }

    /** Empty if it is no picture, or one of too many pixels; only its head is read to see that. */
    static Optional<BufferedImage> read(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST_PIXELS ? Optional.empty() : Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }

    @Override
    public void draw(Graphics2D pen, Rectangle2D place) {
        Rectangle2D fitted = fitted(picture.getWidth(), picture.getHeight(), place);
        AffineTransform there = AffineTransform.getTranslateInstance(fitted.getX(), fitted.getY());
        double scale = fitted.getWidth() / picture.getWidth();
        there.scale(scale, scale);
        pen.drawImage(picture, there, null);
    }

    /** The largest place of this shape in the middle of another. */
    static Rectangle2D fitted(double width, double height, Rectangle2D place) {
        double scale = Math.min(place.getWidth() / width, place.getHeight() / height);
        return new Rectangle2D.Double(
                place.getCenterX() - width * scale / 2,
                place.getCenterY() - height * scale / 2,
                width * scale,
                height * scale);
    }
}
