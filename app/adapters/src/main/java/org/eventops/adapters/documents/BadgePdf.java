package org.eventops.adapters.documents;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontMapper;
import org.openpdf.text.pdf.PdfGraphics2D;
import org.openpdf.text.pdf.PdfWriter;

/** Badges on pages of their size; the fonts and the logo stand in the document once. */
final class BadgePdf {
    private static final double POINTS = 72 / 25.4;

    /** 600 dots to an inch: whole dots there are whole ones on every finer multiple. */
    private static final double DOTS = 600 / 25.4;

    private final BadgeLayout layout;
    private final float height;
    private final BadgeDrawing drawing;
    private final Fonts fonts = new Fonts(Typeface.REGULAR.embedded(), Typeface.BOLD.embedded());

    BadgePdf(BadgeLayout layout, Locale language) throws IOException {
        this.layout = layout;
        this.height = (float) (layout.height() * POINTS);
        this.drawing = new BadgeDrawing(layout, language, logo());
    }

    /** Our own fonts, embedded; no other is ever asked for as text. */
    private record Fonts(BaseFont regular, BaseFont bold) implements FontMapper {
        @Override
        public BaseFont awtToPdf(Font font) {
            return font.getFontName(Locale.ROOT).contains("Bold") ? bold : regular;
        }

        @Override
        public Font pdfToAwt(BaseFont font, int size) {
            return new Font(Font.SANS_SERIF, Font.PLAIN, size);
        }
    }

    void write(List<BadgeFace> faces, String title, OutputStream out) {
        float width = (float) (layout.width() * POINTS);
        Document document = new Document(new Rectangle(width, height));
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle(title);
        document.addCreator("EventOps Console");
        document.open();
        for (BadgeFace face : faces) {
            document.newPage();
            writer.setPageEmpty(false);
            Graphics2D pen = writer.getDirectContent().createGraphics(width, height, fonts);
            pen.scale(POINTS, POINTS);
            drawing.draw(pen, face, DOTS);
            pen.dispose();
        }
        document.close();
    }

    /** The same image object on every page. */
    private BadgeDrawing.Logo logo() throws IOException {
        Optional<BufferedImage> picture = BadgeLogo.picture(layout);
        if (picture.isEmpty()) {
            return (pen, place) -> {};
        }
        Image image = Image.getInstance(picture.get(), null);
        return (pen, place) -> put(image, (PdfGraphics2D) pen, place);
    }

    private void put(Image image, PdfGraphics2D pen, Rectangle2D place) {
        Rectangle2D at = BadgeLogo.fitted(image.getWidth(), image.getHeight(), place);
        float wide = (float) (at.getWidth() * POINTS);
        float high = (float) (at.getHeight() * POINTS);
        float left = (float) (at.getX() * POINTS);
        float bottom = height - (float) (at.getMaxY() * POINTS);
        pen.getContent().addImage(image, wide, 0, 0, high, left, bottom);
    }
}
