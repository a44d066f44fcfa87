package org.eventops.adapters.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.eventops.domain.ticketing.TicketFace;

/** A ticket as a picture: the event, the code, large and sharp, and below it whose it is. */
final class TicketPng {
    private static final int MODULE = 12;
    private static final int LINE = 52;

    /** Millimetres that it is as wide as, for its band to look as on a phone's page. */
    private static final int WIDTH = 90;

    private TicketPng() {}

    static void write(
            TicketFace ticket, TicketWords words, Optional<BufferedImage> logo, OutputStream out)
            throws IOException {
        QrCode code = QrCode.of(ticket.code());
        int width = (code.size() + 2 * QrCode.QUIET) * MODULE;
        int band = (int) Math.ceil(TicketBand.HEIGHT * width / WIDTH);
        BufferedImage image =
                new BufferedImage(width, band + width + 4 * LINE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        band(pen, ticket, logo, (double) width / WIDTH);
        pen.translate(0, band);
        pen.setColor(Color.BLACK);
        modules(pen, code);
        Font bold = Typeface.BOLD.drawn(34);
        Font regular = Typeface.REGULAR.drawn(28);
        centred(pen, regular, words.occasion(ticket).getFirst(), width, width + LINE / 2);
        centred(pen, bold, ticket.attendee(), width, width + 3 * LINE / 2);
        centred(pen, regular, ticket.product(), width, width + 5 * LINE / 2);
        pen.dispose();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no writer for PNG");
        }
    }

    private static void band(
            Graphics2D pixels, TicketFace ticket, Optional<BufferedImage> logo, double dots) {
        Graphics2D pen = (Graphics2D) pixels.create();
        pen.scale(dots, dots);
        pen.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        TicketBand band = TicketBand.of(ticket.event(), logo, WIDTH);
        pen.setColor(new Color(ticket.look().rgb()));
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, TicketBand.HEIGHT));
        pen.setColor(ticket.look().isInkWhite() ? Color.WHITE : Color.BLACK);
        pen.setFont(band.name().font());
        for (int at = 0; at < band.name().lines().size(); at++) {
            String line = band.name().lines().get(at);
            pen.drawString(line, (float) band.left(line), (float) band.baseline(at));
        }
        band.logo().ifPresent(place -> draw(pen, logo.orElseThrow(), place, dots));
        pen.dispose();
    }

    private static void draw(Graphics2D pen, BufferedImage logo, Rectangle2D place, double dots) {
        double wide = place.getWidth() * dots;
        double high = place.getHeight() * dots;
        new BadgeLogo(TicketLogos.within(logo, wide, high)).draw(pen, place);
    }

    private static void modules(Graphics2D pen, QrCode code) {
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.isDark(x, y)) {
                    pen.fillRect(
                            (x + QrCode.QUIET) * MODULE,
                            (y + QrCode.QUIET) * MODULE,
                            MODULE,
                            MODULE);
                }
            }
        }
    }

    /** Smaller where it would not fit. */
    private static void centred(Graphics2D pen, Font font, String text, int width, int baseline) {
        float room = width - 2f * MODULE;
        float natural = pen.getFontMetrics(font).stringWidth(text);
        Font fitting = natural > room ? font.deriveFont(font.getSize2D() * room / natural) : font;
        pen.setFont(fitting);
        int left = (width - pen.getFontMetrics().stringWidth(text)) / 2;
        pen.drawString(text, left, baseline);
    }
}
