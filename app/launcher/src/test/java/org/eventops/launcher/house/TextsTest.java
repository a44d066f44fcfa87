package org.eventops.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence exists in both languages, is used, and stands in no code. */
class TextsTest {
    private static final Pattern SHOWN =
            Pattern.compile(
                    "(?:new (?:Label|Button|Text|Tooltip|MenuItem|CheckBox|RadioButton|Hyperlink"
                            + "|ToggleButton|Tab|TitledPane|TableColumn<[^>]*>)"
                            + "|setText|setPromptText|setTitle|setHeaderText|setContentText"
                            + "|setAccessibleText|setAccessibleHelp)\\(\\s*\"([^\"]*\\p{L}[^\"]*)\"");

    private final Map<String, String> spanish = TextKeys.texts("es");
    private final Map<String, String> english = TextKeys.texts("en");

    @Test
    void everyKeyInTheCodeHasATextInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (TextKeys.Use use : TextKeys.used()) {
            lacks(missing, use, spanish, "es");
            lacks(missing, use, english, "en");
        }
        assertThat(missing).as("paste these lines and write the sentences").isEmpty();
    }

    private static void lacks(
            List<String> missing, TextKeys.Use use, Map<String, String> texts, String lang) {
        if (texts.keySet().stream().noneMatch(use::uses)) {
            String file = use.key().substring(0, use.key().indexOf('.'));
            missing.add(
                    "%s/%s_%s.properties: %s=   (named in %s)"
                            .formatted(
                                    TextKeys.FOLDER,
                                    file,
                                    lang,
                                    use.key(),
                                    Checkout.named(use.file())));
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(spanish.keySet())
                .as("a key of one language is missing in the other")
                .containsExactlyElementsOf(english.keySet());
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        spanish.forEach(
                (key, pattern) ->
                        assertThat(TextKeys.places(pattern))
                                .as("%s: {0}, {1}… must be the same in es and en", key)
                                .isEqualTo(TextKeys.places(english.getOrDefault(key, ""))));
    }

    @Test
    void patternsCanBeFilled() {
        for (Map<String, String> texts : List.of(spanish, english)) {
            texts.forEach(
                    (key, pattern) -> {
                        assertThat(pattern).as("%s says nothing", key).isNotBlank();
                        assertThat(pattern.replace("''", ""))
                                .as("%s: write an apostrophe twice", key)
                                .doesNotContain("'");
                        assertThat(new MessageFormat(pattern, Locale.ROOT)).isNotNull();
                    });
        }
    }

    @Test
    void noTextIsLeftOver() {
        List<TextKeys.Use> used = TextKeys.used();
        Set<String> endings = TextKeys.endings();
        List<String> leftOver =
                spanish.keySet().stream()
                        .filter(key -> !key.startsWith("cli.help."))
                        .filter(key -> used.stream().noneMatch(use -> use.uses(key, endings)))
                        .toList();
        assertThat(leftOver).as("no code names these keys: delete them").isEmpty();
    }

    @Test
    void viewsSpeakOnlyThroughTexts() {
        List<String> literals = new ArrayList<>();
        Checkout.mainSources().stream()
                .filter(file -> file.toString().contains("app/console/"))
                .forEach(
                        file -> {
                            Matcher shown = SHOWN.matcher(Checkout.read(file));
                            while (shown.find()) {
                                literals.add(Checkout.named(file) + ": " + shown.group(1));
                            }
                        });
        assertThat(literals).as("put the sentence into texts and ask for its key").isEmpty();
    }
}
