package org.eventops.domain.ticketing;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the printed tickets of an event look. The code is black on white whatever the look.
 *
 * @param colour of the band above, {@code #rrggbb} in lower case; see {@link #colour(String)}
 * @param logo a PNG or JPEG as Base64, at most {@link #LARGEST_LOGO} bytes of picture; absent while
 *     there is none
 */
public record TicketLook(String colour, @Nullable String logo) {
    /** Bytes of a logo as a picture file; a badge's may be as large. */
    public static final int LARGEST_LOGO = 700_000;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final TicketLook PLAIN = new TicketLook("#0b5cad", null);
    private static final double BLACK = 0;
    private static final double WHITE = 1;

    /**
     * @throws IllegalArgumentException if the colour is none or the logo too long; whoever let them
     *     in should have said so before
     */
    public TicketLook {
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("no colour: " + colour);
        }
        if (logo != null && logo.length() > (LARGEST_LOGO + 2) / 3 * 4) {
            throw new IllegalArgumentException("logo of " + logo.length() + " letters");
        }
    }

    /** What tickets look like until somebody says otherwise: a blue band, no logo. */
    public static TicketLook plain() {
        return PLAIN;
    }

    /** A colour as people write it, upper or lower case; empty if it is not {@code #rrggbb}. */
    public static Optional<String> colour(String written) {
        String small = written.strip().toLowerCase(Locale.ROOT);
        return COLOUR.matcher(small).matches() ? Optional.of(small) : Optional.empty();
    }

    public TicketLook withColour(String other) {
        return new TicketLook(other, logo);
    }

    /**
     * @param file a picture of at most {@link #LARGEST_LOGO} bytes
     */
    public TicketLook withLogo(byte[] file) {
        return new TicketLook(colour, Base64.getEncoder().encodeToString(file));
    }

    /** The colour as a number, red in its highest byte of three. */
    public int rgb() {
        return Integer.parseInt(colour.substring(1), 16);
    }

    /** Whether text on the colour is white, or else black: whichever stands out more. */
    public boolean isInkWhite() {
        return contrast(WHITE) >= contrast(BLACK);
    }

    /** Between the colour and the text on it, 1 to 21 as WCAG 2 counts; never below 4.5. */
    public double contrast() {
        return contrast(isInkWhite() ? WHITE : BLACK);
    }

    private double contrast(double other) {
        double own = luminance();
        return (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(rgb() >> 16)
                + 0.7152 * linear(rgb() >> 8 & 0xff)
                + 0.0722 * linear(rgb() & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
