package org.eventops.adapters.documents;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.List;

/**
 * Words set into a box: broken at spaces where that keeps them larger, and made smaller until
 * nothing stands out.
 *
 * @param font in millimetres
 * @param line height of one line, in millimetres
 * @param ascent from the top of a line to what it stands on
 */
record BadgeText(Font font, List<String> lines, double line, double ascent) {
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private static final double STEP = 0.95;

    /** Millimetres under which breaking lines helps nobody; below it the one line just shrinks. */
    private static final double READABLE = 1;

    /**
     * @param font in the size that is wanted, in millimetres
     */
    static BadgeText fitted(Font font, String text, double width, double height) {
        String plain = text.strip().replaceAll("\\s+", " ");
        for (double size = font.getSize2D(); size >= READABLE; size *= STEP) {
            Font smaller = font.deriveFont((float) size);
            BadgeText set = of(smaller, broken(smaller, plain, width));
            if (set.fits(width, height)) {
                return set;
            }
        }
        BadgeText one = of(font, List.of(plain));
        double scale = Math.min(1, Math.min(width / one.width(), height / one.line));
        return of(font.deriveFont((float) (font.getSize2D() * scale * 0.999)), List.of(plain));
    }

    private static BadgeText of(Font font, List<String> lines) {
        LineMetrics metrics = font.getLineMetrics("Ág", EXACT);
        return new BadgeText(
                font, lines, metrics.getAscent() + metrics.getDescent(), metrics.getAscent());
    }

    private boolean fits(double width, double height) {
        return line * lines.size() <= height && width() <= width;
    }

    double width() {
        return lines.stream().mapToDouble(each -> width(font, each)).max().orElse(0);
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    private static List<String> broken(Font font, String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(font, longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
