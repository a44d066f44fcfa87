package org.eventops.adapters.files.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.domain.money.Money;

/** Cells as amounts and times. */
final class CellValues {
    private static final Pattern SIGNS = Pattern.compile("[^0-9.,-]");
    private static final Pattern GROUPED_COMMA = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPED_POINT =
            Pattern.compile("-?\\d{1,3}(\\.\\d{3})+,\\d+|-?\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?))?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

    private CellValues() {}

    /** An amount with or without its sign and thousands; a lone point or comma is decimal. */
    static Money money(String cell, Currency currency) throws RowProblem {
        String bare = SIGNS.matcher(cell).replaceAll("");
        String plain;
        if (GROUPED_COMMA.matcher(bare).matches()) {
            plain = bare.replace(",", "");
        } else if (GROUPED_POINT.matcher(bare).matches()) {
            plain = bare.replace(".", "").replace(',', '.');
        } else if (PLAIN.matcher(bare).matches()) {
            plain = bare.replace(',', '.');
        } else {
            throw new RowProblem(cell, "not_amount");
        }
        BigDecimal value = new BigDecimal(plain);
        int decimals = Money.decimals(currency);
        if (value.signum() < 0) {
            throw new RowProblem(cell, "negative");
        }
        if (value.stripTrailingZeros().scale() > decimals) {
            throw new RowProblem(
                    cell,
                    "too_many_decimals",
                    currency.getCurrencyCode(),
                    Integer.toString(decimals));
        }
        try {
            return Money.parse(value.setScale(decimals).toPlainString(), currency);
        } catch (ArithmeticException e) {
            throw new RowProblem(cell, "not_amount");
        }
    }

    /** A date or time in ISO form; empty where it is in another form. */
    static Optional<Instant> time(String cell, ZoneId zone) throws RowProblem {
        Matcher iso = ISO.matcher(cell);
        if (!iso.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(iso.group(1));
            String clock = iso.group(2) == null ? "00:00" : iso.group(2);
            String offset = iso.group(3);
            if (offset != null) {
                String with =
                        offset.length() == 5
                                ? offset.substring(0, 3) + ":" + offset.substring(3)
                                : offset;
                return Optional.of(OffsetDateTime.parse(day + "T" + clock + with).toInstant());
            }
            return Optional.of(LocalDateTime.parse(day + "T" + clock).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw new RowProblem(cell, "impossible_date");
        }
    }
}
