package org.eventops.domain.door;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes of what a scanner read the code that was meant. Safe for any text of any length. */
public final class CodeCleaner {
    /** What some wallets put in front, as seven characters of text: a backslash and six digits. */
    private static final Pattern WALLET = Pattern.compile("^\\\\0000(01|03|26|27)");

    private static final Pattern WEB = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
    private static final String CODE = "code=";

    private CodeCleaner() {}

    /** The code, or an empty text when nothing is left. */
    public static String clean(String read) {
        String code = trim(WALLET.matcher(trim(read)).replaceFirst(""));
        return WEB.matcher(code).find() ? trim(fromAddress(code)) : code;
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Scanners also send control characters, no-break spaces and byte-order marks around a code.
     */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == '\uFEFF'
                || c == '\u200B';
    }

    /** An address that holds no code stays as it is: nobody's ticket, but told in full. */
    private static String fromAddress(String address) {
        String withoutFragment = before(address, '#');
        int question = withoutFragment.indexOf('?');
        Optional<String> parameter =
                question < 0
                        ? Optional.empty()
                        : parameter(withoutFragment.substring(question + 1));
        return parameter.or(() -> lastSegment(before(withoutFragment, '?'))).orElse(address);
    }

    private static Optional<String> parameter(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(CODE))
                .map(pair -> decode(pair.substring(CODE.length()).replace('+', ' ')))
                .filter(code -> !trim(code).isEmpty())
                .findFirst();
    }

    private static Optional<String> lastSegment(String address) {
        String path = address.substring(address.indexOf("//") + 2);
        return Stream.of(path.split("/"))
                .skip(1)
                .filter(segment -> !segment.isBlank())
                .reduce((first, second) -> second)
                .map(CodeCleaner::decode)
                .filter(code -> !trim(code).isEmpty());
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /** Percent signs that are followed by no two hexadecimal digits stay as they are. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int value = in[i] == '%' ? hex(in, i + 1) : -1;
            out[length++] = value < 0 ? in[i] : (byte) value;
            i += value < 0 ? 0 : 2;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte[] in, int at) {
        if (at + 1 >= in.length) {
            return -1;
        }
        int high = Character.digit(in[at], 16);
        int low = Character.digit(in[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
