package org.eventops.launcher.cli;

import java.util.Locale;

/** The language of a run: it is needed before the command line can be read, to explain it. */
public final class Language {
    private static final String OPTION = "--lang";

    private Language() {}

    /** What {@code --lang} says, else the system's language. */
    public static Locale of(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return Locale.forLanguageTag(arguments[i].substring(OPTION.length() + 1));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Locale.forLanguageTag(arguments[i + 1]);
            }
        }
        return Locale.getDefault();
    }
}
