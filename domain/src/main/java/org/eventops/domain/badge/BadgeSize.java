package org.eventops.domain.badge;

import java.util.Arrays;
import java.util.Optional;

/** Sizes that badges and their holders come in; millimetres. Any other is possible as well. */
public enum BadgeSize {
    /** As a bank card. */
    CARD(86, 54),
    HOLDER(90, 60),
    A7(74, 105),
    A6(105, 148);

    private final double width;
    private final double height;

    BadgeSize(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** The size with this name, if this layout has it. */
    public static Optional<BadgeSize> of(BadgeLayout layout) {
        return Arrays.stream(values())
                .filter(each -> each.width == layout.width() && each.height == layout.height())
                .findFirst();
    }
}
