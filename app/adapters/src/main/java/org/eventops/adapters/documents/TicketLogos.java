package org.eventops.adapters.documents;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.eventops.domain.ticketing.TicketLook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logos of looks as pictures no finer than paper shows; the last one is kept. */
final class TicketLogos {
    private static final Logger LOG = LoggerFactory.getLogger(TicketLogos.class);
    private static final int WIDEST = 1500;
    private static final int HIGHEST = 400;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private @Nullable Kept kept;

    private record Kept(String logo, Optional<BufferedImage> picture) {}

    /** Whether this is a PNG or JPEG that can be drawn. */
    static boolean isPicture(byte[] file) {
        if (!begins(file, PNG) && !begins(file, JPEG)) {
            return false;
        }
        try {
            return BadgeLogo.read(file).isPresent();
        } catch (IOException | RuntimeException e) {
            // Readers also throw unchecked on damaged files; a picture that cannot be read is none.
            return false;
        }
    }

    private static boolean begins(byte[] file, byte[] with) {
        int end = Math.min(file.length, with.length);
        return java.util.Arrays.equals(file, 0, end, with, 0, with.length);
    }

    /** Empty without a logo. One that was damaged since it was set leaves the ticket as good. */
    synchronized Optional<BufferedImage> of(TicketLook look) {
        String logo = look.logo();
        if (logo == null) {
            return Optional.empty();
        }
        Kept last = kept;
        if (last == null || !last.logo().equals(logo)) {
            last = new Kept(logo, read(logo));
            kept = last;
        }
        return last.picture();
    }

    private static Optional<BufferedImage> read(String logo) {
        try {
            return BadgeLogo.read(Base64.getDecoder().decode(logo))
                    .map(each -> within(each, WIDEST, HIGHEST));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a logo cannot be drawn; tickets are printed without it", e);
            return Optional.empty();
        }
    }

    /** No more pixels than these; by halves, so that no fine line is lost between them. */
    static BufferedImage within(BufferedImage picture, double width, double height) {
        double scale = Math.min(width / picture.getWidth(), height / picture.getHeight());
        if (scale >= 1) {
            return picture;
        }
        return scale < 0.5 ? within(scaled(picture, 0.5), width, height) : scaled(picture, scale);
    }

    private static BufferedImage scaled(BufferedImage picture, double step) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * step));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * step));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }
}
