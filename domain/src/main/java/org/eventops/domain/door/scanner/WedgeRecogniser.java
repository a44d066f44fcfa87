package org.eventops.domain.door.scanner;

/**
 * Tells a scanner that types from a person who types. A scanner sends its characters in a burst,
 * faster than anybody can; it may end it with Enter or Tab, or just stop. Pure: time is given in.
 */
public final class WedgeRecogniser {
    /** No longer than this lies between two characters of one burst, milliseconds. */
    public static final long GAP = 50;

    /** After this long without a key a burst is over, milliseconds; longer than any gap. */
    public static final long PAUSE = 120;

    /** A burst that ends without Enter is a scan from this many characters on. */
    static final int SHORTEST = 6;

    /** With Enter a shorter one will do. */
    static final int SHORTEST_WITH_ENTER = 3;

    /** More than this of one burst is not kept. */
    static final int LONGEST = 2048;

    private final StringBuilder burst = new StringBuilder();
    private int told;
    private long last = Long.MIN_VALUE / 2;

    /**
     * @param character as the keyboard layout gives it
     * @param millis of a clock that never goes back
     */
    public Heard key(char character, long millis) {
        boolean fast = millis - last <= GAP;
        last = millis;
        if (!fast) {
            burst.setLength(0);
            told = 0;
        }
        if (character == '\r' || character == '\n' || character == '\t') {
            return end(character);
        }
        if (Character.isISOControl(character)) {
            return new Heard.Silence();
        }
        if (burst.length() < LONGEST) {
            burst.append(character);
        }
        if (told >= SHORTEST) {
            return new Heard.Silence();
        }
        told++;
        return new Heard.Typed(character);
    }

    private Heard end(char character) {
        if (burst.length() >= SHORTEST_WITH_ENTER) {
            return scanned();
        }
        burst.setLength(0);
        told = 0;
        return character == '\t' ? new Heard.Silence() : new Heard.Entered();
    }

    /** Whether an Enter now would end a scan: then it is nobody's but the scanner's. */
    public boolean scanning(long millis) {
        return burst.length() >= SHORTEST_WITH_ENTER && millis - last <= GAP;
    }

    /** To be called when no key has come for {@link #PAUSE}; harmless when one has. */
    public Heard pause(long millis) {
        if (millis - last < PAUSE || burst.length() < SHORTEST) {
            return new Heard.Silence();
        }
        return scanned();
    }

    private Heard scanned() {
        Heard scan = new Heard.Scanned(burst.toString(), told);
        burst.setLength(0);
        told = 0;
        last = Long.MIN_VALUE / 2;
        return scan;
    }
}
