package org.eventops.adapters.documents;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketPapers.Paper;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** Draws tickets on pages. Lengths are in millimetres from the top left, turned into points. */
final class TicketPdf {
    private static final float POINTS = 72 / 25.4f;
    private static final float CODE = 60;
    private static final float MARGIN = 10;
    private static final Color INK = new Color(0x17, 0x1c, 0x26);
    private static final Color MUTED = new Color(0x56, 0x5e, 0x6c);

    private final TicketWords words;
    private final PdfBand band;
    private final float width;
    private final float height;
    private final BaseFont regular;
    private final BaseFont bold;

    TicketPdf(TicketWords words, Paper paper, TicketLogos logos) throws IOException {
        this.words = words;
        this.width = paper == Paper.A4 ? 210 : 90;
        this.height = paper == Paper.A4 ? 297 : 160;
        this.regular = Typeface.REGULAR.embedded();
        this.bold = Typeface.BOLD.embedded();
        this.band = new PdfBand(bold, width, height, logos);
    }

    void write(List<TicketFace> tickets, OutputStream out) throws IOException {
        Document document = new Document(new Rectangle(width * POINTS, height * POINTS));
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle(words.title());
        document.addCreator("EventOps Console");
        document.open();
        for (TicketFace ticket : tickets) {
            document.newPage();
            writer.setPageEmpty(false);
            draw(writer.getDirectContent(), ticket);
        }
        document.close();
    }

    private void draw(PdfContentByte page, TicketFace ticket) throws IOException {
        band.draw(page, ticket);
        float at = 30;
        for (String each : words.occasion(ticket)) {
            at = line(page, regular, 11, INK, each, at);
        }
        float left = (width - CODE) / 2;
        code(page, QrCode.of(ticket.code()), left, at);
        at += CODE + 8;
        at = line(page, bold, 15, INK, ticket.attendee(), at);
        at = line(page, regular, 12, INK, ticket.product(), at);
        at = line(page, regular, 10, MUTED, words.order(ticket), at);
        line(page, regular, 9, MUTED, words.advice(), at + 2);
    }

    /** Modules as one path, so that no hairlines stand between them. */
    private void code(PdfContentByte page, QrCode code, float left, float top) {
        float module = CODE / (code.size() + 2f * QrCode.QUIET);
        page.setColorFill(Color.WHITE);
        page.rectangle(left * POINTS, y(top + CODE), CODE * POINTS, CODE * POINTS);
        page.fill();
        page.setColorFill(Color.BLACK);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.isDark(column, row)) {
                    page.rectangle(
                            (left + (column + QrCode.QUIET) * module) * POINTS,
                            y(top + (row + QrCode.QUIET + 1) * module),
                            module * POINTS,
                            module * POINTS);
                }
            }
        }
        page.fill();
    }

    /**
     * Broken at spaces where it is too long for the page.
     *
     * @return where the next line stands
     */
    private float line(
            PdfContentByte page, BaseFont font, float size, Color color, String text, float at) {
        float baseline = at;
        for (String part : broken(font, size, text)) {
            page.beginText();
            page.setColorFill(color);
            page.setFontAndSize(font, size);
            page.showTextAligned(
                    PdfContentByte.ALIGN_CENTER, part, width / 2 * POINTS, y(baseline), 0);
            page.endText();
            baseline += size * 1.35f / POINTS;
        }
        return baseline;
    }

    private List<String> broken(BaseFont font, float size, String text) {
        float room = (width - 2 * MARGIN) * POINTS;
        List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getWidthPoint(longer, size) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float y(float fromTop) {
        return (height - fromTop) * POINTS;
    }
}
