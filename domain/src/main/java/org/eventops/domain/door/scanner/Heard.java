package org.eventops.domain.door.scanner;

/** What a key press turned out to be. */
public sealed interface Heard {
    /** A character somebody types; it may yet turn out to be the start of a scan. */
    record Typed(char character) implements Heard {}

    /**
     * A code that a scanner has sent.
     *
     * @param typed how many of its characters had been told as {@link Typed} and are to be taken
     *     back
     */
    record Scanned(String code, int typed) implements Heard {}

    /** Enter, pressed by a person. */
    record Entered() implements Heard {}

    /** Nothing that anybody needs to know. */
    record Silence() implements Heard {}
}
