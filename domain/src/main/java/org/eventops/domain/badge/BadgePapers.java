package org.eventops.domain.badge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Badges drawn: on pages of their own size, or as a picture. */
public interface BadgePapers {
    /**
     * One page for each badge.
     *
     * @param language of dates
     * @param out the caller's to close
     */
    void pdf(BadgeLayout layout, List<BadgeFace> faces, Locale language, OutputStream out)
            throws IOException;

    /**
     * A picture of one badge.
     *
     * @param pixelsPerMillimetre 8 is about what a badge printer has
     */
    BadgePicture picture(
            BadgeLayout layout, BadgeFace face, Locale language, double pixelsPerMillimetre)
            throws IOException;

    /**
     * The side of one module of the code where it is smallest, in millimetres; below about 0.3 few
     * cameras read it.
     *
     * @return infinite on a badge without a code
     */
    double module(BadgeLayout layout, String code, double dotsPerMillimetre);

    /** Whether this is a picture that a badge can show. */
    boolean isPicture(byte[] file);
}
