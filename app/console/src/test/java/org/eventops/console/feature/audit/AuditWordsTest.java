package org.eventops.console.feature.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditSeal;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.audit.Sought;
import org.eventops.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditWordsTest {
    private static final UUID ID = new UUID(0, 7);

    private static AuditLine line(Deed deed, String details) {
        AuditLine.What what = new AuditLine.What(Instant.EPOCH, "", "door", ID, deed, "", ID, 0);
        return AuditSeal.next(ID, what, details, "salt", 0, null);
    }

    private static AuditWords words(Locale locale) {
        return new AuditWords(Texts.of(locale), Map.of(ID, "Gala"));
    }

    @Test
    void aLineSaysAtWhichEvent() {
        assertThat(words(Locale.ENGLISH).of(line(Deed.GIVEN_OUT, "{}"))).isEqualTo("Gala");
        assertThat(words(Locale.ENGLISH).whole(line(Deed.GIVEN_OUT, "{}"), ZoneOffset.UTC))
                .contains("Gala");
    }

    @Test
    void whatIsReadOnThePageIsFoundByWhatIsKept() {
        AuditWords words = words(Locale.of("es"));
        assertThat(words.sought("GALA").events()).containsExactly(ID);
        assertThat(words.sought("boleta").tables()).contains("ticket").doesNotContain("gate");
        assertThat(words.sought("anadio").deeds()).containsExactly(Deed.ADDED);
        assertThat(words.sought("válida").keys()).contains("VALID").doesNotContain("CANCELED");
        assertThat(words.sought("correo").keys()).contains("email");
        assertThat(words.sought(" ga")).isEqualTo(Sought.text(" ga"));
        assertThat(words.sought("")).isEqualTo(Sought.text(""));
        assertThat(words(Locale.ENGLISH).sought("(CSV)").keys()).contains("attendees CSV");
    }

    @ParameterizedTest
    @EnumSource
    void everyDeedHasWordsInBothLanguagesThatCanBeChosen(Deed deed) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("es"))) {
            AuditWords words = words(locale);
            assertThat(words.deed(line(deed, "{}"))).isNotBlank().doesNotContain("audit.", "{");
            assertThat(words.choice(Optional.of(deed)))
                    .isNotBlank()
                    .doesNotContain("audit.", "{", "0");
        }
        assertThat(choices("es")).doesNotHaveDuplicates().hasSize(Deed.values().length + 1);
    }

    private static List<String> choices(String language) {
        AuditWords words = words(Locale.of(language));
        List<String> all = new ArrayList<>(List.of(words.choice(Optional.empty())));
        for (Deed deed : Deed.values()) {
            all.add(words.choice(Optional.of(deed)));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person",
                "times",
                "since",
                "file",
                "kind",
                "before",
                "after",
                "taken",
                "until",
                "rows",
                "digest",
                "document",
                "lines"
            })
    void whatALineTellsHasAName(String name) {
        String details = Note.of(Deed.RESTORED, Map.of(name, "7")).details();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("es"))) {
            assertThat(words(locale).details(line(Deed.RESTORED, details)))
                    .endsWith(": 7")
                    .doesNotContain("audit.", "sync.");
        }
        assertThat(words(Locale.of("es")).details(line(Deed.RESTORED, details)))
                .doesNotStartWith(name + ":");
    }

    @Test
    void choicesAndTruthsAreSaidInWords() {
        String change = "{\"status\":[\"VALID\",\"CANCELED\"],\"blocked\":[\"false\",\"true\"]}";
        AuditLine.What what =
                new AuditLine.What(Instant.EPOCH, "", "door", ID, Deed.CHANGED, "ticket", ID, 0);
        AuditLine line = AuditSeal.next(ID, what, change, "salt", 0, null);
        assertThat(words(Locale.of("es")).details(line)).contains("válida → anulada", "No → Sí");
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "attendees CSV", "attendees XLSX", "personal data"})
    void whatLeftTheConsoleIsSaidInWords(String document) {
        String details = Note.of(Deed.GIVEN_OUT, Map.of("document", document)).details();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("es"))) {
            assertThat(words(locale).details(line(Deed.GIVEN_OUT, details)))
                    .doesNotEndWith(": " + document);
        }
    }

    /** Two lines that were forgotten are no before and after. */
    @Test
    void aNoteAboutARowTellsAListAsAList() {
        assertThat(
                        words(Locale.ENGLISH)
                                .details(line(Deed.GIVEN_OUT, "{\"document\":[\"a\",\"b\"]}")))
                .isEqualTo("document: a, b");
    }
}
