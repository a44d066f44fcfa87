package org.eventops.domain.badge;

import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.badge.TextStyle.Align;
import org.jspecify.annotations.Nullable;

/**
 * How the badges of an event look. Every element lies on the badge: a size that is too small is
 * refused, elements are moved in.
 *
 * @param width in millimetres, {@link #SHORTEST} to {@link #LONGEST}, to a tenth
 * @param elements drawn in this order
 * @param logo a PNG or JPEG as Base64; absent while there is none
 */
public record BadgeLayout(
        double width, double height, List<BadgeElement> elements, @Nullable String logo) {
    public static final double SHORTEST = 20;
    public static final double LONGEST = 300;
    public static final int MOST_ELEMENTS = 50;

    /** Bytes of a logo as a picture file. */
    public static final int LARGEST_LOGO = 700_000;

    public BadgeLayout {
        width = Box.tenths(Math.clamp(width, SHORTEST, LONGEST));
        height = Box.tenths(Math.clamp(height, SHORTEST, LONGEST));
        double wide = width;
        double high = height;
        elements = elements.stream().map(each -> each.in(each.box().within(wide, high))).toList();
    }

    /** Event above, the name large in the middle, company and product below, the code beside. */
    public static BadgeLayout standard() {
        return new BadgeLayout(
                BadgeSize.HOLDER.width(),
                BadgeSize.HOLDER.height(),
                List.of(
                        written(BadgeContent.EVENT, new Box(4, 4, 82, 7), 11, false),
                        written(BadgeContent.NAME, new Box(4, 13, 82, 15), 26, true),
                        written(BadgeContent.COMPANY, new Box(4, 29, 54, 8), 14, false),
                        written(BadgeContent.PRODUCT, new Box(4, 46, 54, 8), 12, true),
                        new BadgeElement(
                                BadgeContent.CODE,
                                "",
                                new Box(60, 30, 26, 26),
                                new TextStyle(12, false, Align.LEFT))),
                null);
    }

    private static BadgeElement written(BadgeContent content, Box box, int points, boolean bold) {
        return new BadgeElement(content, "", box, new TextStyle(points, bold, Align.LEFT));
    }

    /** Elements that lie outside the new size are moved onto it. */
    public BadgeLayout sized(double wide, double high) {
        return new BadgeLayout(wide, high, elements, logo);
    }

    public BadgeLayout with(BadgeElement added) {
        List<BadgeElement> more = new ArrayList<>(elements);
        more.add(added);
        return new BadgeLayout(width, height, more, logo);
    }

    public BadgeLayout with(int index, BadgeElement changed) {
        List<BadgeElement> other = new ArrayList<>(elements);
        other.set(index, changed);
        return new BadgeLayout(width, height, other, logo);
    }

    public BadgeLayout without(int index) {
        List<BadgeElement> fewer = new ArrayList<>(elements);
        fewer.remove(index);
        return new BadgeLayout(width, height, fewer, logo);
    }

    public BadgeLayout withLogo(@Nullable String picture) {
        return new BadgeLayout(width, height, elements, picture);
    }
}
