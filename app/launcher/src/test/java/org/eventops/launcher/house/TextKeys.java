package org.eventops.launcher.house;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that the sources name, and the texts there are. */
final class TextKeys {
    static final String FOLDER = "resources/src/main/resources/org/eventops/texts";
    static final List<String> FILES =
            List.of(
                    "app",
                    "badge",
                    "cli",
                    "door",
                    "event",
                    "exchange",
                    "settings",
                    "store",
                    "sync",
                    "ticketing");
    private static final Pattern LITERAL =
            Pattern.compile(
                    "\"((?:" + String.join("|", FILES) + ")\\.[A-Za-z0-9_.-]*)\"(\\s*\\+)?");

    /** A whole key, or the beginning of keys that are put together. */
    record Use(String key, boolean beginning, Path file) {
        boolean uses(String other) {
            return beginning ? other.startsWith(key) : other.equals(key);
        }

        boolean uses(String other, Set<String> endings) {
            return uses(other) || endings.stream().anyMatch(end -> other.equals(key + end));
        }
    }

    private static final Pattern ENDING = Pattern.compile("\"(\\.[a-z][A-Za-z0-9_.]*)\"");

    private TextKeys() {}

    /** Endings that are put behind a key, such as {@code ".tolerance"}. */
    static Set<String> endings() {
        Set<String> endings = new TreeSet<>();
        for (Path file : Checkout.mainSources()) {
            Matcher literal = ENDING.matcher(Checkout.read(file));
            while (literal.find()) {
                endings.add(literal.group(1));
            }
        }
        return endings;
    }

    static List<Use> used() {
        List<Use> uses = new ArrayList<>();
        for (Path file : speakingSources()) {
            Matcher literal = LITERAL.matcher(withoutSettings(Checkout.read(file)));
            while (literal.find()) {
                String key = literal.group(1);
                uses.add(new Use(key, key.endsWith(".") || literal.group(2) != null, file));
            }
        }
        return uses;
    }

    /** Only rooms that know the texts can speak; elsewhere such words are names of files. */
    private static List<Path> speakingSources() {
        return Checkout.mainSources().stream()
                .filter(file -> Checkout.named(file).startsWith("app/"))
                .toList();
    }

    /** Keys of settings look like keys of texts; they stand in constants that say so. */
    private static String withoutSettings(String source) {
        return source.replaceAll("(?m)^.*\\bString [A-Z_]*SETTING[A-Z_]*\\s*=\\s*\"[^\"]*\";", "");
    }

    static Map<String, String> texts(String language) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (String file : FILES) {
            Properties properties = new Properties();
            String name = FOLDER + "/" + file + "_" + language + ".properties";
            try (Reader in = Files.newBufferedReader(Checkout.root().resolve(name))) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
            for (String key : properties.stringPropertyNames()) {
                if (!key.startsWith(file + ".")) {
                    throw new AssertionError(
                            name + ": " + key + " belongs into a file of its first word");
                }
                texts.put(key, properties.getProperty(key));
            }
        }
        return texts;
    }

    /** The places a pattern fills, such as 0 and 1. */
    static Set<String> places(String pattern) {
        TreeSet<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }
}
