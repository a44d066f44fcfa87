package org.eventops.adapters.files.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers as they are compared: lower case, without accents and signs. */
final class HeaderFold {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}#]+");

    private HeaderFold() {}

    static String fold(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFD);
        String bare = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        return OTHER.matcher(bare).replaceAll(" ").strip();
    }
}
