package org.eventops.adapters.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.TextStyle;

/**
 * The one drawing of a badge, whatever it is drawn on: screen, PDF or printer. Lengths are in
 * millimetres from the top left.
 */
public final class BadgeDrawing {
    private static final double POINT = 25.4 / 72;
    private static final Color INK = Color.BLACK;

    private final BadgeLayout layout;
    private final DateTimeFormatter day;
    private final Logo logo;
    private final Font regular;
    private final Font bold;

    /** Puts the layout's picture on the badge. */
    interface Logo {
        void draw(Graphics2D pen, Rectangle2D place);
    }

    BadgeDrawing(BadgeLayout layout, Locale language, Logo logo) throws IOException {
        this.layout = layout;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        this.logo = logo;
        this.regular = Typeface.REGULAR.drawn(1);
        this.bold = Typeface.BOLD.drawn(1);
    }

    /**
     * @param language of dates
     * @throws IOException if the font or the logo cannot be read
     */
    public static BadgeDrawing of(BadgeLayout layout, Locale language) throws IOException {
        return new BadgeDrawing(layout, language, BadgeLogo.of(layout));
    }

    /**
     * @param pen whose unit is a millimetre
     * @param dots to a millimetre on what is drawn on: each module of the code is whole dots wide
     */
    public void draw(Graphics2D pen, BadgeFace face, double dots) {
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (BadgeElement element : layout.elements()) {
            pen.setColor(INK);
            switch (element.content()) {
                case CODE -> code(pen, element.box(), face.code(), dots);
                case LOGO -> logo.draw(pen, place(element.box()));
                default -> text(pen, element, words(element, face));
            }
        }
    }

    /** The sides of one module of the code in each of its boxes, in millimetres. */
    static List<Double> modules(BadgeLayout layout, String code, double dots) {
        int modules = QrCode.of(code).size() + 2 * QrCode.QUIET;
        return layout.elements().stream()
                .filter(each -> each.content() == org.eventops.domain.badge.BadgeContent.CODE)
                .map(each -> module(each.box(), modules, dots))
                .toList();
    }

    private String words(BadgeElement element, BadgeFace face) {
        return switch (element.content()) {
            case NAME -> face.name();
            case FIRST_NAME -> face.firstName();
            case COMPANY -> face.company();
            case PRODUCT -> face.product();
            case ORDER -> face.order();
            case EVENT -> face.event();
            case DATE -> day.format(face.date());
            case TEXT -> element.text();
            case CODE, LOGO -> "";
        };
    }

    private void text(Graphics2D pen, BadgeElement element, String words) {
        if (words.isBlank()) {
            return;
        }
        Box box = element.box();
        float size = (float) (element.style().points() * POINT);
        BadgeText text =
                BadgeText.fitted(font(element, words, size), words, box.width(), box.height());
        double top = box.y() + (box.height() - text.line() * text.lines().size()) / 2;
        pen.setFont(text.font());
        for (String line : text.lines()) {
            double left = left(box, BadgeText.width(text.font(), line), element.style().align());
            write(pen, text.font(), line, left, top + text.ascent());
            top += text.line();
        }
    }

    /** What our own font has no letters for is drawn with the system's. */
    private Font font(BadgeElement element, String words, float size) {
        Font own = element.style().bold() ? bold : regular;
        if (own.canDisplayUpTo(words) < 0) {
            return own.deriveFont(size);
        }
        int weight = element.style().bold() ? Font.BOLD : Font.PLAIN;
        return new Font(Font.SANS_SERIF, weight, 1).deriveFont(size);
    }

    /** The system's letters as outlines, since a document does not hold that font. */
    private void write(Graphics2D pen, Font font, String line, double left, double base) {
        if (font.getFamily(Locale.ROOT).equals(regular.getFamily(Locale.ROOT))) {
            pen.drawString(line, (float) left, (float) base);
            return;
        }
        GlyphVector glyphs =
                font.layoutGlyphVector(
                        BadgeText.EXACT,
                        line.toCharArray(),
                        0,
                        line.length(),
                        Font.LAYOUT_LEFT_TO_RIGHT);
        pen.fill(glyphs.getOutline((float) left, (float) base));
    }

    private static double left(Box box, double width, TextStyle.Align align) {
        double free = box.width() - width;
        return switch (align) {
            case LEFT -> box.x();
            case CENTER -> box.x() + free / 2;
            case RIGHT -> box.x() + free;
        };
    }

    private static double module(Box box, int modules, double dots) {
        double side = Math.min(box.width(), box.height());
        double whole = Math.floor(side * dots / modules) / dots;
        return whole > 0 ? whole : side / modules;
    }

    /** Its edges lie on dots, and its modules are one shape, so that no hairlines come between. */
    private static void code(Graphics2D pen, Box box, String text, double dots) {
        QrCode code = QrCode.of(text);
        int modules = code.size() + 2 * QrCode.QUIET;
        double module = module(box, modules, dots);
        double left = snapped(box.x() + (box.width() - modules * module) / 2, dots);
        double top = snapped(box.y() + (box.height() - modules * module) / 2, dots);
        pen.setColor(Color.WHITE);
        pen.fill(new Rectangle2D.Double(left, top, modules * module, modules * module));
        pen.setColor(INK);
        pen.fill(dark(code, left, top, module));
    }

    private static double snapped(double millimetres, double dots) {
        return Math.floor(millimetres * dots) / dots;
    }

    private static Shape dark(QrCode code, double left, double top, double module) {
        Path2D path = new Path2D.Double();
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.isDark(x, y)) {
                    path.append(
                            new Rectangle2D.Double(
                                    left + (x + QrCode.QUIET) * module,
                                    top + (y + QrCode.QUIET) * module,
                                    module,
                                    module),
                            false);
                }
            }
        }
        return path;
    }

    private static Rectangle2D place(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
