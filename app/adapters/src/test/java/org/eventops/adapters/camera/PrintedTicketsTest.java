package org.eventops.adapters.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eventops.adapters.documents.PrintedTickets;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.SeenCode;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.TicketPapers.Paper;
import org.eventops.domain.ticketing.signed.TicketKeys;
import org.eventops.domain.ticketing.signed.TicketPayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed is what a camera reads. */
class PrintedTicketsTest {
    private static final float SCREEN = 96;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Paper.class)
    void aPageOnAScreenIsRead(Paper paper) throws IOException {
        TicketFace face = face("Zoë Łukasz Peña 李");
        try (PDDocument document = Loader.loadPDF(pdf(face, paper))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, SCREEN);
            assertThat(read(page)).containsExactly(face.code());
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Gala", "Zoë Łukasz Peña", "General", "A1B2C", "viernes");
        }
    }

    /** 3 cm on paper before a camera of 1280 pixels that sees 30 cm, a little out of focus. */
    @Test
    void aCodePrintedThreeCentimetresWideIsRead() throws IOException {
        TicketFace face = face("Ana Peña");
        try (PDDocument document = Loader.loadPDF(pdf(face, Paper.PHONE))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
            double pixelsToACentimetre = 1280 / 30.0;
            double halfSize = pixelsToACentimetre * 2.54 / 300 / 2;
            BufferedImage photo = smaller(page, halfSize);
            assertThat(read(photo)).containsExactly(face.code());
        }
    }

    @Test
    void thePictureForAPhoneIsRead() throws IOException {
        TicketFace face = face("Ana Peña");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        new PrintedTickets().png(face, Locale.of("es"), png);
        BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(png.toByteArray()));
        assertThat(read(image)).containsExactly(face.code());
    }

    private static byte[] pdf(TicketFace face, Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PrintedTickets().pdf(List.of(face), paper, Locale.of("es"), out);
        return out.toByteArray();
    }

    private List<String> read(BufferedImage image) throws IOException {
        Path file = folder.resolve("page.png");
        ImageIO.write(image, "png", file.toFile());
        try (FrameSource source = FrameSources.open(file.toString())) {
            return new CodeReader()
                    .study(source.next().orElseThrow()).stream().map(SeenCode::text).toList();
        }
    }

    private static BufferedImage smaller(BufferedImage page, double scale) {
        int width = (int) (page.getWidth() * scale);
        int height = (int) (page.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(
                page.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING),
                0,
                0,
                null);
        pen.dispose();
        return small;
    }

    private static TicketFace face(String attendee) {
        TicketKeys.Pair pair = TicketKeys.generate();
        TicketPayload payload =
                new TicketPayload(
                        TicketKeys.tag(pair.publicKey()),
                        new TicketId(new UUID(0x019a_0000_0000_7000L, 42)),
                        TicketPayload.tag("general"),
                        1,
                        0,
                        null,
                        null);
        return new TicketFace(
                "Gala 2026",
                ZonedDateTime.parse("2026-11-20T19:00:00-05:00[America/Bogota]"),
                null,
                "Teatro Colón, Bogotá",
                "General",
                attendee,
                "A1B2C",
                TicketKeys.sign(payload, pair.privateKey()).text());
    }
}
