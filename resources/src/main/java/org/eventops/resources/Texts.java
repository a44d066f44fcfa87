package org.eventops.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every sentence the program says, in one language. Keys start with the name of their file: {@code
 * door.verdict.ADMITTED} stands in {@code texts/door_es.properties} and {@code door_en.properties}.
 * Patterns are those of {@link MessageFormat}, so a lone apostrophe is written twice.
 */
public final class Texts {
    /** The files there are; a test holds this against the folder. */
    static final List<String> FILES =
            List.of(
                    "app",
                    "audit",
                    "backup",
                    "badge",
                    "cli",
                    "counts",
                    "door",
                    "event",
                    "exchange",
                    "failure",
                    "health",
                    "people",
                    "privacy",
                    "readiness",
                    "rehearsal",
                    "settings",
                    "store",
                    "sync",
                    "ticket",
                    "ticketing");

    /** The languages a person may choose. */
    public static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.of("en"));

    private final Locale locale;
    private final Map<String, String> patterns = new HashMap<>();

    private Texts(Locale locale) {
        this.locale = locale;
        FILES.forEach(file -> load(file).forEach((k, v) -> patterns.put((String) k, (String) v)));
    }

    /** Texts of the nearest language there is; Spanish where the language is not known. */
    public static Texts of(Locale wanted) {
        return new Texts(
                LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                        .findFirst()
                        .orElse(LANGUAGES.getFirst()));
    }

    /** The language these texts are in. */
    public Locale locale() {
        return locale;
    }

    /**
     * The sentence of a key, with the arguments in their places.
     *
     * @throws IllegalArgumentException if there is no such key: a fault of the program, found by
     *     the texts test
     */
    public String get(String key, Object... arguments) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + locale);
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** Every key there is. */
    public Set<String> keys() {
        return Set.copyOf(patterns.keySet());
    }

    /** What is left of those keys that begin so, and whose sentences are wanted. */
    public Set<String> keysOf(String beginning, Predicate<String> wanted) {
        return patterns.keySet().stream()
                .filter(key -> key.startsWith(beginning) && wanted.test(get(key)))
                .map(key -> key.substring(beginning.length()))
                .collect(Collectors.toSet());
    }

    private Properties load(String file) {
        String name = "/org/eventops/texts/" + file + "_" + locale.getLanguage() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return properties;
    }
}
