package org.eventops.domain.badge;

/**
 * Why a badge was not printed.
 *
 * @param detail the printer's name or the system's own words, shortened; never personal data
 */
public record PrintProblem(Kind kind, String detail) {
    private static final int LONGEST = 500;

    public PrintProblem {
        String plain = detail.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
        detail = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** What is wrong. */
    public enum Kind {
        /** No printer has been chosen on this console. */
        NOT_CHOSEN,
        /** The system has no printer of this name. */
        NO_SUCH_PRINTER,
        /** It is there and takes nothing: off, out of paper, paused. */
        NOT_ACCEPTING,
        /** The system or the printer refused; the detail says how. */
        REFUSED,
        /** A file could not be written. */
        FILE
    }
}
