package org.eventops.persistence.ticketing;

import java.util.Locale;

/** Codes as they are found when case is ignored. */
public final class CodeFold {
    private CodeFold() {}

    public static String fold(String code) {
        return code.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
