package org.eventops.domain.badge;

/**
 * One thing on a badge.
 *
 * @param text the words of {@link BadgeContent#TEXT}; empty for all others
 * @param style unused by what is not written
 */
public record BadgeElement(BadgeContent content, String text, Box box, TextStyle style) {
    public static final int LONGEST_TEXT = 200;

    public BadgeElement in(Box changed) {
        return new BadgeElement(content, text, changed, style);
    }

    public BadgeElement saying(String changed) {
        return new BadgeElement(content, changed, box, style);
    }

    public BadgeElement in(TextStyle changed) {
        return new BadgeElement(content, text, box, changed);
    }
}
