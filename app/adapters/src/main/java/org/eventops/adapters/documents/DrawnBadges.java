package org.eventops.adapters.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgePapers;
import org.eventops.domain.badge.BadgePicture;
import org.eventops.resources.Texts;

/** Badges as PDF (OpenPDF) and as pictures (Java2D), both by the one drawing. */
public final class DrawnBadges implements BadgePapers {
    @Override
    public void pdf(BadgeLayout layout, List<BadgeFace> faces, Locale language, OutputStream out)
            throws IOException {
        String title = Texts.of(language).get("badge.document.title");
        new BadgePdf(layout, language).write(faces, title, out);
    }

    @Override
    public BadgePicture picture(
            BadgeLayout layout, BadgeFace face, Locale language, double pixelsPerMillimetre)
            throws IOException {
        BufferedImage image = image(layout, face, language, pixelsPerMillimetre);
        int width = image.getWidth();
        int height = image.getHeight();
        return new BadgePicture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    static BufferedImage image(
            BadgeLayout layout, BadgeFace face, Locale language, double pixelsPerMillimetre)
            throws IOException {
        int width = (int) Math.ceil(layout.width() * pixelsPerMillimetre);
        int height = (int) Math.ceil(layout.height() * pixelsPerMillimetre);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.scale(pixelsPerMillimetre, pixelsPerMillimetre);
        BadgeDrawing.of(layout, language).draw(pen, face, pixelsPerMillimetre);
        pen.dispose();
        return image;
    }

    @Override
    public double module(BadgeLayout layout, String code, double dotsPerMillimetre) {
        return BadgeDrawing.modules(layout, code, dotsPerMillimetre).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isPicture(byte[] file) {
        try {
            return BadgeLogo.read(file).isPresent();
        } catch (IOException | RuntimeException e) {
            // Readers also throw unchecked on damaged files; a picture that cannot be read is none.
            return false;
        }
    }
}
