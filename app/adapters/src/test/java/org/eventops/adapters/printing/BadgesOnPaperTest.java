package org.eventops.adapters.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.print.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.StreamPrintService;
import javax.print.StreamPrintServiceFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.eventops.adapters.camera.CodeReader;
import org.eventops.adapters.documents.BadgeDrawing;
import org.eventops.adapters.documents.DrawnBadges;
import org.eventops.domain.badge.BadgeContent;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgePicture;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.PrintFailure;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.badge.PrintProblem.Kind;
import org.eventops.domain.badge.Printers.Sheet;
import org.eventops.domain.badge.TextStyle;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.SeenCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One drawing on screens, in documents and on printers. */
class BadgesOnPaperTest {
    /** As long as a signed one. */
    private static final String CODE =
            "EO1A7KQ2M9XW3P5RT8VYB4CDFGHJ6LNS0ZU1EO1A7KQ2M9XW3P5RT8VYB4CDFGHJ6LNS0ZU1EO1A7KQ2M9X"
                    + "W3P5RT8VYB4CDFGHJ6LNS0ZU1EO1A7KQ2M9XW3P5RT8VYB4CDFGHJ6LNS0ZU1";

    private static final BadgeFace ANA = face("Ana María Peña Łukasz");
    private static final Locale ES = Locale.of("es");
    private static final Offset<Double> TENTH = Offset.offset(0.1);

    @TempDir Path folder;
    private final DrawnBadges papers = new DrawnBadges();

    @ParameterizedTest
    @ValueSource(doubles = {8, 203 / 25.4, 300 / 25.4})
    void aCameraReadsTheCodeOfADrawnBadge(double dots) throws IOException {
        BadgePicture picture = papers.picture(BadgeLayout.standard(), ANA, ES, dots);
        assertThat(read(picture)).containsExactly(CODE);
    }

    @Test
    void aCameraReadsThePageOfTheDocument() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(BadgeLayout.standard(), List.of(ANA)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 203);
            int[] argb =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            assertThat(read(new BadgePicture(page.getWidth(), page.getHeight(), argb)))
                    .containsExactly(CODE);
            assertThat(page.getWidth()).isEqualTo(719);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Ana María Peña Łukasz", "ACME", "General", "Gala");
        }
    }

    @Test
    void eachModuleOfTheCodeIsWholeDotsWide() throws IOException {
        double dots = 203 / 25.4;
        double module = papers.module(BadgeLayout.standard(), CODE, dots) * dots;
        assertThat(module).isCloseTo(Math.rint(module), Offset.offset(1e-9)).isGreaterThan(1);
        BadgePicture picture = papers.picture(BadgeLayout.standard(), ANA, ES, dots);
        Box box = BadgeLayout.standard().elements().getLast().box();
        int row = (int) ((box.y() + box.height() / 2) * dots);
        List<Integer> runs = new ArrayList<>();
        int run = 0;
        int last = white(picture, (int) (box.x() * dots), row);
        for (int x = (int) (box.x() * dots); x < (box.x() + box.width()) * dots; x++) {
            int now = white(picture, x, row);
            assertThat(now).as("no gray in a code").isIn(0, 255);
            if (now != last) {
                runs.add(run);
                run = 0;
            }
            run++;
            last = now;
        }
        assertThat(runs.subList(1, runs.size()))
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> assertThat(each % (int) Math.rint(module)).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                "Ana María de los Ángeles Fernández-Villaverde y Gutiérrez de la Concha",
                "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen",
                "李小龍",
                "ABC\nDEF"
            })
    void wordsShrinkIntoTheirBox(String name) throws IOException {
        Box box = new Box(20, 20, 40, 9);
        BadgeLayout layout =
                new BadgeLayout(
                        80,
                        50,
                        List.of(
                                new BadgeElement(
                                        BadgeContent.NAME,
                                        "",
                                        box,
                                        new TextStyle(40, true, TextStyle.Align.CENTER))),
                        null);
        BadgePicture picture = papers.picture(layout, face(name), ES, 10);
        int inside = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (white(picture, x, y) < 128) {
                    assertThat(x).isBetween(199, 601);
                    assertThat(y).isBetween(199, 291);
                    inside++;
                }
            }
        }
        assertThat(inside).isGreaterThan(100);
    }

    @Test
    void theLogoStandsInTheDocumentOnce() throws IOException {
        BadgeLayout layout =
                BadgeLayout.standard()
                        .withLogo(logo())
                        .with(
                                new BadgeElement(
                                        BadgeContent.LOGO,
                                        "",
                                        new Box(60, 4, 26, 20),
                                        new TextStyle(9, false, TextStyle.Align.LEFT)));
        int one = pdf(layout, List.of(ANA)).length;
        int ten = pdf(layout, java.util.Collections.nCopies(10, ANA)).length;
        assertThat(ten).isLessThan(one + 10 * 12_000);
        BadgePicture picture = papers.picture(layout, ANA, ES, 8);
        assertThat(picture.argb()[14 * 8 * picture.width() + 73 * 8] & 0xffffff)
                .isEqualTo(0xc02020);
    }

    @Test
    void knowsAPictureFromOtherFiles() {
        assertThat(papers.isPicture(Base64.getDecoder().decode(logo()))).isTrue();
        assertThat(papers.isPicture("GIF89a or so".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void thePrinterGetsASheetOfTheSizeOfTheBadge() throws Exception {
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        StreamPrintService service = postscript(paper);
        printers(service).print(printer(service), sheet(), "O1-1");
        String sent = paper.toString(StandardCharsets.ISO_8859_1);
        assertThat(sent).startsWith("%!PS-Adobe-3.0");
        List<Double> size =
                sent
                        .lines()
                        .filter(line -> line.contains("/PageSize ["))
                        .findFirst()
                        .map(line -> line.replaceAll(".*/PageSize \\[([^]]*)].*", "$1").split(" +"))
                        .stream()
                        .flatMap(Stream::of)
                        .map(Double::valueOf)
                        .toList();
        assertThat(size.getFirst()).isCloseTo(90 / 25.4 * 72, TENTH);
        assertThat(size.getLast()).isCloseTo(60 / 25.4 * 72, TENTH);
        assertThat(sent).contains("showpage");
    }

    /** As a label printer of 203 dots to an inch is drawn to: a unit is a 72nd of an inch. */
    @Test
    void onThePrinterEachModuleIsWholeDotsAndIsRead() throws IOException {
        double dots = 203 / 25.4;
        BadgeLayout layout = BadgeLayout.standard();
        BadgePage page = new BadgePage(BadgeDrawing.of(layout, ES), layout, ANA, dots);
        int width = (int) Math.ceil(layout.width() * dots);
        int height = (int) Math.ceil(layout.height() * dots);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.scale(203 / 72.0, 203 / 72.0);
        assertThat(page.print(pen, page.getPageFormat(0), 0)).isEqualTo(Printable.PAGE_EXISTS);
        assertThat(page.print(pen, page.getPageFormat(0), 1)).isEqualTo(Printable.NO_SUCH_PAGE);
        BadgePicture printed =
                new BadgePicture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        assertThat(read(printed)).containsExactly(CODE);
        assertThat(codeRow(printed, layout, dots)).isEqualTo(codeRow(drawn(dots), layout, dots));
    }

    private BadgePicture drawn(double dots) throws IOException {
        return papers.picture(BadgeLayout.standard(), ANA, ES, dots);
    }

    private static List<Integer> codeRow(BadgePicture picture, BadgeLayout layout, double dots) {
        Box box = layout.elements().getLast().box();
        int row = (int) ((box.y() + box.height() / 2) * dots);
        List<Integer> grays = new ArrayList<>();
        for (int x = (int) (box.x() * dots); x < (box.x() + box.width()) * dots; x++) {
            grays.add(white(picture, x, row));
        }
        return grays;
    }

    @Test
    void drawingManyLeavesNoFilesBehind() throws IOException {
        drawn(4);
        long before = temporary();
        for (int i = 0; i < 10; i++) {
            drawn(4);
        }
        assertThat(temporary()).as("others may load fonts meanwhile").isLessThan(before + 10);
    }

    /** Fonts that this program has loaded are kept as files of its own. */
    private static long temporary() throws IOException {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(each -> each.getFileName().toString().startsWith("+~JF")).count();
        }
    }

    @Test
    void aPrinterThatHasVanishedIsAnAnswer() {
        assertThat(problem(new BadgeOutput.Printer("Zebra")))
                .isEqualTo(new PrintProblem(Kind.NO_SUCH_PRINTER, "Zebra"));
        assertThat(problem(new BadgeOutput.None()).kind()).isEqualTo(Kind.NOT_CHOSEN);
    }

    @Test
    void aPrinterThatRefusesIsAnAnswer() throws Exception {
        StreamPrintService closed = postscript(new ByteArrayOutputStream());
        closed.dispose();
        assertThatThrownBy(() -> printers(closed).print(printer(closed), sheet(), "O1-1"))
                .isInstanceOfSatisfying(
                        PrintFailure.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Kind.REFUSED));
    }

    @Test
    void aPrintSystemThatThrowsHasNoPrinters() {
        SystemPrinters broken =
                new SystemPrinters(
                        papers,
                        () -> {
                            throw new IllegalStateException("spooler");
                        });
        assertThat(broken.names()).isEmpty();
        assertThatThrownBy(() -> broken.print(new BadgeOutput.Printer("Zebra"), sheet(), "O1-1"))
                .isInstanceOf(PrintFailure.class);
    }

    @Test
    void aFolderGetsAPdfOfEachBadge() throws Exception {
        Path out = folder.resolve("new/badges");
        printers().print(new BadgeOutput.Folder(out.toString()), sheet(), "O/1 ñ-1");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactly("O_1__-1.pdf");
        }
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(problem(new BadgeOutput.Folder(file.toString())).kind()).isEqualTo(Kind.FILE);
    }

    private PrintProblem problem(BadgeOutput output) {
        try {
            printers().print(output, sheet(), "O1-1");
            throw new AssertionError("printed");
        } catch (PrintFailure e) {
            return e.problem();
        }
    }

    private SystemPrinters printers(PrintService... services) {
        return new SystemPrinters(papers, () -> List.of(services));
    }

    private static BadgeOutput printer(PrintService service) {
        return new BadgeOutput.Printer(service.getName());
    }

    private static Sheet sheet() {
        return new Sheet(BadgeLayout.standard(), ANA, ES);
    }

    private static StreamPrintService postscript(ByteArrayOutputStream paper) {
        StreamPrintServiceFactory[] found =
                StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                        DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript");
        return Objects.requireNonNull(found[0]).getPrintService(paper);
    }

    private byte[] pdf(BadgeLayout layout, List<BadgeFace> faces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        papers.pdf(layout, faces, ES, out);
        return out.toByteArray();
    }

    private static List<String> read(BadgePicture picture) {
        byte[] gray = new byte[picture.width() * picture.height()];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) (picture.argb()[i] >> 8);
        }
        return new CodeReader()
                .study(new GrayFrame(gray, picture.width(), picture.height())).stream()
                        .map(SeenCode::text)
                        .toList();
    }

    private static int white(BadgePicture picture, int x, int y) {
        return picture.argb()[y * picture.width() + x] >> 8 & 0xff;
    }

    private static String logo() {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xc02020));
        pen.fillRect(0, 0, 200, 200);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static BadgeFace face(String name) {
        return new BadgeFace(
                name,
                "ACME",
                "General",
                "O1",
                "Gala 2026",
                ZonedDateTime.parse("2026-11-20T19:00:00-05:00[America/Bogota]"),
                CODE);
    }
}
