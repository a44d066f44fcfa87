package org.eventops.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eventops.resources.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be reached with Alt and a letter on one screen is reached with a letter of its own. */
class MnemonicsTest {
    private static final String EVERYWHERE = "app.nav.";
    private static final String SCREEN = "app.screen.";
    private static final List<List<String>> SCREENS =
            List.of(
                    List.of("event.list.import", "event.list.demo"),
                    List.of("event.edit", "ticketing.product.add", "event.lists.add", "app.save"),
                    List.of("rehearsal.run"),
                    List.of("exchange.import.choose"),
                    List.of(
                            "sync.now",
                            "sync.connect.file",
                            "sync.connect.camera",
                            "sync.connect.go"),
                    List.of("sync.connect.camera.stop"),
                    List.of(
                            "sync.now",
                            "sync.consoles.letIn",
                            "sync.consoles.again",
                            "sync.consoles.letIn.make",
                            "sync.files.give",
                            "sync.files.take"),
                    List.of(
                            "sync.now",
                            "sync.consoles.again",
                            "sync.consoles.handed.save",
                            "sync.files.give",
                            "sync.files.take"));

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void noTwoOnAScreenHaveTheSameLetter(String language) {
        Texts texts = Texts.of(Locale.of(language));
        for (List<String> screen : SCREENS) {
            List<Character> letters = new ArrayList<>();
            Stream.concat(lettered(texts), screen.stream())
                    .forEach(key -> letters.add(letter(key, texts.get(key))));
            assertThat(letters).as(language + " " + screen).doesNotHaveDuplicates();
        }
    }

    private static Stream<String> everywhere(Texts texts) {
        return texts.keys().stream().filter(key -> key.startsWith(EVERYWHERE));
    }

    /** What is gone to seldom is left to the other keys: there are not letters for all. */
    private static Stream<String> lettered(Texts texts) {
        return everywhere(texts).filter(key -> texts.get(key).contains("_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void everyScreenHasItsEntry(String language) {
        Texts texts = Texts.of(Locale.of(language));
        assertThat(everywhere(texts).map(key -> key.replace(EVERYWHERE, SCREEN)))
                .containsExactlyInAnyOrderElementsOf(
                        texts.keys().stream().filter(key -> key.startsWith(SCREEN)).toList());
    }

    private static char letter(String key, String text) {
        int mark = text.indexOf('_');
        assertThat(mark).as(key + " has a letter").isBetween(0, text.length() - 2);
        return Character.toLowerCase(text.charAt(mark + 1));
    }
}
