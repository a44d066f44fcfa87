package org.eventops.domain.door.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes texts that a person takes for the same the same: case, accents, hyphens, apostrophes. */
public final class Folding {
    /** Letters that have no accent to take off, as people type them without. */
    private static final Map<Integer, String> LETTERS =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'ħ', "h"),
                    Map.entry((int) 'ŧ', "t"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ı', "i"));

    private static final String DROPPED = "'’‘`´";

    private Folding() {}

    /** The text without what people leave out when they type; empty for none. */
    public static String fold(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(point -> append(folded, point));
        return folded.toString();
    }

    /** The folded words of a text. */
    static List<String> words(String text) {
        return Stream.of(fold(text).split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    static String digits(@Nullable String text) {
        StringBuilder digits = new StringBuilder();
        if (text != null) {
            text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        }
        return digits.toString();
    }

    /** Whether it is written as phone numbers are: digits, and what stands between them. */
    static boolean isNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+() -./".indexOf(c) >= 0)
                && !digits(text).isEmpty();
    }

    private static void append(StringBuilder folded, int point) {
        String letter = point < 128 ? null : LETTERS.get(point);
        if (letter != null) {
            folded.append(letter);
        } else if (isBetweenWords(point)) {
            folded.append(' ');
        } else if (Character.getType(point) != Character.NON_SPACING_MARK
                && DROPPED.indexOf(point) < 0) {
            folded.appendCodePoint(Character.toLowerCase(point));
        }
    }

    private static boolean isBetweenWords(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
