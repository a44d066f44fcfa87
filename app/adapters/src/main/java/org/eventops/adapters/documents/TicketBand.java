package org.eventops.adapters.documents;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The band at the top of a ticket, set: the event's name, and the logo at its right end. Lengths
 * are in millimetres from the top left.
 *
 * @param logo where the logo stands; empty without one
 */
record TicketBand(double width, BadgeText name, Rectangle2D room, Optional<Rectangle2D> logo) {
    static final double HEIGHT = 22;

    private static final float SIZE = 16 * 25.4f / 72;
    private static final double AIR = 3;
    private static final double WIDEST_LOGO = 0.3;

    /** The name is made smaller until it fits beside the logo. */
    static TicketBand of(String event, Optional<BufferedImage> picture, double width) {
        double margin = width / 18;
        Optional<Rectangle2D> logo = picture.map(each -> place(each, width, margin));
        double right = logo.map(each -> each.getX() - AIR).orElse(width - margin);
        Rectangle2D room = new Rectangle2D.Double(margin, AIR, right - margin, HEIGHT - 2 * AIR);
        BadgeText name =
                BadgeText.fitted(
                        Typeface.BOLD.drawn(SIZE), event, room.getWidth(), room.getHeight());
        return new TicketBand(width, name, room, logo);
    }

    private static Rectangle2D place(BufferedImage picture, double width, double margin) {
        Rectangle2D box = new Rectangle2D.Double(0, AIR, width * WIDEST_LOGO, HEIGHT - 2 * AIR);
        Rectangle2D own = BadgeLogo.fitted(picture.getWidth(), picture.getHeight(), box);
        double left = width - margin - own.getWidth();
        return new Rectangle2D.Double(left, own.getY(), own.getWidth(), own.getHeight());
    }

    /** In the middle of the band, or from its left end where a logo stands at its right. */
    double left(String line) {
        double free = room.getWidth() - BadgeText.width(name.font(), line);
        return room.getX() + (logo.isPresent() ? 0 : free / 2);
    }

    /** What a line of the name stands on. */
    double baseline(int line) {
        double set = name.line() * name.lines().size();
        return room.getCenterY() - set / 2 + line * name.line() + name.ascent();
    }
}
