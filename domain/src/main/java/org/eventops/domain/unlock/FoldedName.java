package org.eventops.domain.unlock;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as it is compared, by whoever comes in and by whoever is looked for: capitals, and how a
 * letter is put together, make no difference.
 */
public final class FoldedName {
    private FoldedName() {}

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether these are one person's. */
    public static boolean isSame(String one, String other) {
        return of(one).equals(of(other));
    }
}
