package org.eventops.adapters.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.eventops.domain.ticketing.TicketLook;
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
    private static final int BLUE = 0x102080;
    private static final TicketLook LOOK = TicketLook.plain().withColour("#ffd400");
    private static final String LONG =
            "XXIV Congreso Internacional de Música Antigua, Danza y Artes Escénicas de Bogotá";

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
        assertThat(read(png(face))).containsExactly(face.code());
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void aPageInTheEventsColourWithItsLogoIsRead(Paper paper) throws IOException {
        TicketFace face = face(LONG, "Ana Peña", LOOK.withLogo(logo()));
        try (PDDocument document = Loader.loadPDF(pdf(face, paper))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, SCREEN);
            assertThat(read(page)).containsExactly(face.code());
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(LONG, "Ana Peña", "General", "A1B2C");
            int band = (int) (22 / 25.4 * SCREEN);
            assertThat(rgb(page, 2, 2)).isEqualTo(0xffd400);
            assertThat(rgb(page, page.getWidth() - 3, band - 2)).isEqualTo(0xffd400);
            assertThat(rgb(page, 2, band + 2)).isEqualTo(0xffffff);
            assertThat(logoStart(page, band / 2)).isGreaterThan(page.getWidth() / 2);
        }
    }

    @Test
    void thePictureInTheEventsColourWithItsLogoIsRead() throws IOException {
        TicketFace face = face(LONG, "Ana Peña", LOOK.withLogo(logo()));
        BufferedImage image = png(face);
        assertThat(read(image)).containsExactly(face.code());
        int band = image.getWidth() * 22 / 90;
        assertThat(rgb(image, 2, 2)).isEqualTo(0xffd400);
        assertThat(rgb(image, 2, band + 2)).isEqualTo(0xffffff);
        assertThat(logoStart(image, band / 2)).isGreaterThan(image.getWidth() / 2);
        assertThat(image.getWidth()).isEqualTo(png(face("Ana Peña")).getWidth());
    }

    /** Looks may come from another console, and their picture may have suffered on the way. */
    @Test
    void aLogoThatCannotBeDrawnLeavesTheTicketAsGood() throws IOException {
        TicketFace face = face("Gala 2026", "Ana Peña", LOOK.withLogo(new byte[] {1, 2, 3}));
        assertThat(read(png(face))).containsExactly(face.code());
        assertThat(pdf(face, Paper.A4)).isNotEmpty();
    }

    @Test
    void saysWhichFilesCanBeALogo() throws IOException {
        byte[] good = logo();
        PrintedTickets papers = new PrintedTickets();
        assertThat(papers.isPicture(good)).isTrue();
        assertThat(papers.isPicture(picture("jpg"))).isTrue();
        assertThat(papers.isPicture(picture("gif"))).isFalse();
        assertThat(papers.isPicture(Arrays.copyOf(good, good.length / 2))).isFalse();
        assertThat(papers.isPicture(new byte[0])).isFalse();
    }

    private static byte[] logo() throws IOException {
        return picture("png");
    }

    /** Larger than paper shows, all of it blue. */
    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(2400, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(BLUE));
        pen.fillRect(0, 0, 2400, 900);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static int logoStart(BufferedImage image, int row) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> rgb(image, x, row) == BLUE)
                .findFirst()
                .orElse(-1);
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    private static BufferedImage png(TicketFace face) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        new PrintedTickets().png(face, Locale.of("es"), png);
        return ImageIO.read(new java.io.ByteArrayInputStream(png.toByteArray()));
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
        return face("Gala 2026", attendee, TicketLook.plain());
    }

    private static TicketFace face(String event, String attendee, TicketLook look) {
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
                event,
                ZonedDateTime.parse("2026-11-20T19:00:00-05:00[America/Bogota]"),
                null,
                "Teatro Colón, Bogotá",
                "General",
                attendee,
                "A1B2C",
                TicketKeys.sign(payload, pair.privateKey()).text(),
                look);
    }
}
