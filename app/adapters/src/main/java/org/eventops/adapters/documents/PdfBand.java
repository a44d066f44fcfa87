package org.eventops.adapters.documents;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketLook;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws the band of tickets on the pages of one document, which holds each logo once. */
final class PdfBand {
    private static final double POINTS = 72 / 25.4;

    private final BaseFont bold;
    private final double width;
    private final double height;
    private final TicketLogos logos;
    private final Map<BufferedImage, Image> images = new HashMap<>();

    /**
     * @param width of a page in millimetres, as its height
     */
    PdfBand(BaseFont bold, double width, double height, TicketLogos logos) {
        this.bold = bold;
        this.width = width;
        this.height = height;
        this.logos = logos;
    }

    void draw(PdfContentByte page, TicketFace ticket) throws IOException {
        TicketLook look = ticket.look();
        Optional<BufferedImage> picture = logos.of(look);
        TicketBand band = TicketBand.of(ticket.event(), picture, width);
        page.setColorFill(new Color(look.rgb()));
        page.rectangle(0, y(TicketBand.HEIGHT), points(width), points(TicketBand.HEIGHT));
        page.fill();
        name(page, band, look.isInkWhite() ? Color.WHITE : Color.BLACK);
        if (band.logo().isPresent()) {
            put(page, image(picture.orElseThrow()), band.logo().get());
        }
    }

    private void name(PdfContentByte page, TicketBand band, Color ink) {
        float size = points(band.name().font().getSize2D());
        for (int at = 0; at < band.name().lines().size(); at++) {
            String line = band.name().lines().get(at);
            page.beginText();
            page.setColorFill(ink);
            page.setFontAndSize(bold, size);
            float left = points(band.left(line));
            page.showTextAligned(PdfContentByte.ALIGN_LEFT, line, left, y(band.baseline(at)), 0);
            page.endText();
        }
    }

    private Image image(BufferedImage picture) throws IOException {
        Image known = images.get(picture);
        if (known != null) {
            return known;
        }
        Image image = Image.getInstance(picture, null);
        images.put(picture, image);
        return image;
    }

    private void put(PdfContentByte page, Image image, Rectangle2D place) {
        page.addImage(
                image,
                points(place.getWidth()),
                0,
                0,
                points(place.getHeight()),
                points(place.getX()),
                y(place.getMaxY()));
    }

    private float y(double fromTop) {
        return points(height - fromTop);
    }

    private static float points(double millimetres) {
        return (float) (millimetres * POINTS);
    }
}
