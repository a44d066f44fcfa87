package org.eventops.console.feature.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.console.ui.ColumnWords;
import org.eventops.console.ui.Formats;
import org.eventops.domain.money.Money;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** What is kept of a person, in words; the window and the command line say the same. */
public final class PersonalWords {
    /** What says by itself what it is; everything else is said with the name of its field. */
    private static final Set<String> PLAIN =
            Set.of(
                    ("code product date_key name email phone company status price kind verdict at"
                                    + " subject purpose what city role")
                            .split(" "));

    /** Shown with another field, or of use to programs only. */
    private static final Set<String> SILENT = Set.of("currency", "detail");

    private final Texts texts;
    private final ZoneId zone;

    /**
     * @param zone in which moments are said
     */
    public PersonalWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** In one line. */
    public String details(PersonalRow row) {
        return row.columns().entrySet().stream()
                .map(each -> said(row, each.getKey(), each.getValue()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> said(PersonalRow row, String column, @Nullable Object value) {
        return value(row, column, value)
                .map(
                        words ->
                                PLAIN.contains(column) || value instanceof Boolean
                                        ? words
                                        : line(column, words));
    }

    /** Each field with its name. */
    public List<String> lines(PersonalRow row) {
        return row.columns().entrySet().stream()
                .flatMap(
                        each ->
                                value(row, each.getKey(), each.getValue())
                                        .map(words -> line(each.getKey(), words))
                                        .stream())
                .toList();
    }

    private String line(String column, String words) {
        // The export gives the number that the store holds; here it is an amount.
        String key = column.equals("price") ? "sync.field.price" : "privacy.field." + column;
        return texts.get("privacy.said", texts.get(key), words);
    }

    public String moment(Instant at) {
        return Formats.moment(at, zone, texts.locale());
    }

    /** Empty if it says nothing to a person: keys of other rows, and what is not there. */
    private Optional<String> value(PersonalRow row, String column, @Nullable Object value) {
        if (SILENT.contains(column)) {
            return Optional.empty();
        }
        String words =
                switch (value) {
                    case null -> "";
                    case UUID unused -> "";
                    case Boolean truth -> truth(column, truth);
                    case Instant at -> moment(at);
                    case Long number -> amount(row, column, number);
                    case Map<?, ?> answers -> answers(answers);
                    default -> text(row, column, value.toString().strip());
                };
        return Optional.of(words).filter(each -> !each.isEmpty());
    }

    private String truth(String column, boolean truth) {
        if (column.equals("given")) {
            return texts.get("privacy.consent.given." + truth);
        }
        return truth ? texts.get("privacy.value." + column) : "";
    }

    private String amount(PersonalRow row, String column, long number) {
        String currency = row.text("currency");
        return column.equals("price") && currency != null
                ? Formats.money(
                        new Money(number, Currency.getInstance(currency.strip())), texts.locale())
                : Formats.count(number, texts.locale());
    }

    private String answers(Map<?, ?> answers) {
        return answers.entrySet().stream()
                .map(
                        each ->
                                texts.get(
                                        "privacy.said",
                                        String.valueOf(each.getKey()),
                                        String.valueOf(each.getValue())))
                .collect(Collectors.joining(", "));
    }

    private String text(PersonalRow row, String column, String value) {
        if (column.equals("locale")) {
            return Locale.forLanguageTag(value.replace('_', '-')).getDisplayName(texts.locale());
        }
        if (row.part() == Part.CONFLICT && (column.equals("loser") || column.equals("winner"))) {
            return side(row, value);
        }
        return word(row.part().table(), column, value, row);
    }

    /** A value, or a whole row, as JSON. */
    private String side(PersonalRow row, String json) {
        if (json.equals("null")) {
            return texts.get("sync.side.nothing");
        } else if (json.startsWith("{") || json.startsWith("[")) {
            return texts.get("privacy.value.whole");
        }
        boolean quoted = json.length() > 1 && json.startsWith("\"") && json.endsWith("\"");
        String plain =
                quoted
                        ? json.substring(1, json.length() - 1)
                                .replace("\\\"", "\"")
                                .replace("\\\\", "\\")
                        : json;
        return word(row.text("table_name"), row.text("field"), plain, row);
    }

    /** As it stands if there is no word for it. */
    private String word(
            @Nullable String table, @Nullable String column, String value, PersonalRow row) {
        String detail = Optional.ofNullable(row.text("detail")).orElse("");
        return ColumnWords.of(texts, String.valueOf(table), String.valueOf(column), value, detail)
                .orElse(value);
    }
}
