package org.eventops.console.feature.sync;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eventops.console.ui.ColumnWords;
import org.eventops.console.ui.Formats;
import org.eventops.domain.money.Money;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** Tables, columns and values as a person says them. */
final class ValueWords {
    private static final Set<String> AMOUNTS = Set.of("price", "early_price", "amount_off");
    private static final int LONGEST = 200;

    private final Texts texts;
    private final ZoneId zone;
    private final @Nullable String currency;

    /**
     * @param zone in which moments are said
     * @param currency of the row's amounts, null if it has none
     */
    ValueWords(Texts texts, ZoneId zone, @Nullable String currency) {
        this.texts = texts;
        this.zone = zone;
        this.currency = currency;
    }

    String table(@Nullable String table) {
        return named("sync.table." + table, table);
    }

    String field(@Nullable String field) {
        return named("sync.field." + field, field);
    }

    private String named(String key, @Nullable String otherwise) {
        return texts.has(key) ? texts.get(key) : String.valueOf(otherwise);
    }

    String value(@Nullable String table, @Nullable String field, @Nullable Object value) {
        return switch (value) {
            case null -> texts.get("sync.side.nothing");
            case Boolean yes -> texts.get(yes ? "app.yes" : "app.no");
            case OffsetDateTime at -> Formats.moment(at.toInstant(), zone, locale());
            case Long amount -> amount(field, amount);
            case Integer count -> Formats.count(count, locale());
            case BigDecimal number -> NumberFormat.getNumberInstance(locale()).format(number);
            case String text -> text(table, field, text);
            default -> value.toString();
        };
    }

    private String amount(@Nullable String field, long amount) {
        String code = currency;
        return field != null && code != null && AMOUNTS.contains(field)
                ? Formats.money(new Money(amount, Currency.getInstance(code.strip())), locale())
                : Formats.count(amount, locale());
    }

    /** Lists are kept as lines, and answers with a tab between question and answer. */
    private String text(@Nullable String table, @Nullable String field, String text) {
        if (text.isBlank()) {
            return texts.get("sync.side.nothing");
        }
        String line =
                chosen(table, field, text)
                        .orElse(text)
                        .strip()
                        .replace("\n", ", ")
                        .replace("\t", ": ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private Optional<String> chosen(@Nullable String table, @Nullable String field, String text) {
        return table == null || field == null
                ? Optional.empty()
                : ColumnWords.of(texts, table, field, text, "");
    }

    private Locale locale() {
        return texts.locale();
    }
}
