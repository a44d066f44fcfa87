package org.eventops.adapters.printing;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.Printable;
import org.eventops.adapters.documents.BadgeDrawing;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;

/** One badge on one sheet of its own size, without margins. */
final class BadgePage implements Pageable, Printable {
    private static final double POINTS = 72 / 25.4;

    private final BadgeDrawing drawing;
    private final BadgeFace face;
    private final PageFormat format;
    private final double dots;

    /**
     * @param dots to a millimetre, 0 where the printer does not say
     */
    BadgePage(BadgeDrawing drawing, BadgeLayout layout, BadgeFace face, double dots) {
        this.drawing = drawing;
        this.face = face;
        this.format = format(layout);
        this.dots = dots;
    }

    private static PageFormat format(BadgeLayout layout) {
        Paper paper = new Paper();
        paper.setSize(layout.width() * POINTS, layout.height() * POINTS);
        paper.setImageableArea(0, 0, paper.getWidth(), paper.getHeight());
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        return format;
    }

    @Override
    public int getNumberOfPages() {
        return 1;
    }

    @Override
    public PageFormat getPageFormat(int page) {
        return format;
    }

    @Override
    public Printable getPrintable(int page) {
        return this;
    }

    @Override
    public int print(Graphics graphics, PageFormat page, int index) {
        if (index > 0) {
            return NO_SUCH_PAGE;
        }
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.scale(POINTS, POINTS);
        drawing.draw(pen, face, dots > 0 ? dots : pen.getTransform().getScaleX());
        pen.dispose();
        return PAGE_EXISTS;
    }
}
