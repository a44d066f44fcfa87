package org.eventops.launcher.house;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys that the sources name, and the texts there are. */
final class TextKeys {
    static final String FOLDER = "resources/src/main/resources/org/eventops/texts";
    private static final String ENDING_OF_FILES = "_es.properties";

    /** The words that keys begin with: there is a file of each. */
    static final List<String> FILES =
            Checkout.files(
                            Checkout.root().resolve(FOLDER),
                            file -> file.toString().endsWith(ENDING_OF_FILES))
                    .stream()
                    .map(file -> file.getFileName().toString().replace(ENDING_OF_FILES, ""))
                    .toList();

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

    /** Beginnings of keys that the domain puts together, such as those of next steps. */
    private static final Pattern OF_DOMAIN =
            Pattern.compile("\"((?:" + String.join("|", FILES) + ")\\.[A-Za-z0-9_-]+\\.)\"\\s*\\+");

    /** What a look before the doors open finds: its topic, and which of its sentences says it. */
    private static final Pattern FINDING =
            Pattern.compile(
                    "Finding\\s*\\.\\s*(?:good|advice|bad)\\(\\s*Topic\\.([A-Z]+),\\s*(?:\"(\\w+)\")?");

    static List<Use> used() {
        List<Use> uses = new ArrayList<>();
        for (Path file : Checkout.mainSources()) {
            String source = Checkout.read(file);
            Matcher beginning = OF_DOMAIN.matcher(source);
            while (beginning.find()) {
                uses.add(new Use(beginning.group(1), true, file));
            }
            Matcher finding = FINDING.matcher(source);
            while (finding.find()) {
                String topic = "readiness." + finding.group(1).toLowerCase(Locale.ROOT) + ".";
                String what = finding.group(2);
                uses.add(new Use(what == null ? topic : topic + what, what == null, file));
            }
        }
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

    /**
     * Keys of settings look like keys of texts; they stand in constants that say so. Help of
     * options is found under a longer key.
     */
    private static String withoutSettings(String source) {
        return source.replaceAll("(?m)^.*\\bString [A-Z_]*SETTING[A-Z_]*\\s*=\\s*\"[^\"]*\";", "")
                .replaceAll("descriptionKey = \"[^\"]*\"", "");
    }

    static Map<String, String> texts(String language) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (String file : FILES) {
            Properties properties = new Once(language + "/" + file);
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

    /** Says it when a key stands twice: the second would quietly take the place of the first. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1;
        private final String name;

        Once(String name) {
            this.name = name;
        }

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new AssertionError(name + ": " + key + " stands there twice");
            }
            return super.put(key, value);
        }
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
