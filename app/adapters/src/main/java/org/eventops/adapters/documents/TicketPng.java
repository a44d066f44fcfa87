package org.eventops.adapters.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.eventops.domain.ticketing.TicketFace;

/** A ticket as a picture: the code, large and sharp, and below it whose it is. */
final class TicketPng {
    private static final int MODULE = 12;
    private static final int LINE = 52;

    private TicketPng() {}

    static void write(TicketFace ticket, TicketWords words, OutputStream out) throws IOException {
        QrCode code = QrCode.of(ticket.code());
        int width = (code.size() + 2 * QrCode.QUIET) * MODULE;
        BufferedImage image =
                new BufferedImage(width, width + 5 * LINE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        modules(pen, code);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font bold = Typeface.BOLD.drawn(34);
        Font regular = Typeface.REGULAR.drawn(28);
        centred(pen, bold, ticket.event(), width, width + LINE / 2);
        centred(pen, regular, words.occasion(ticket).getFirst(), width, width + 3 * LINE / 2);
        centred(pen, bold, ticket.attendee(), width, width + 5 * LINE / 2);
        centred(pen, regular, ticket.product(), width, width + 7 * LINE / 2);
        pen.dispose();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no writer for PNG");
        }
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
