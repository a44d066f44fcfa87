package org.eventops.adapters.files.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read one by one. What is wrong is noted with its path, and the
 * fallback is given in its place, so that reading goes on to find what else is wrong.
 */
final class Fields {
    /** Later ones have more digits than a year, and more than a hub takes. */
    private static final int LAST_YEAR = 9999;

    private final JsonNode node;
    private final String path;
    private final Problems problems;

    Fields(JsonNode node, String path, Problems problems, Set<String> known) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add(path, node.toString(), "not_an_object");
            return;
        }
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                String all =
                                        known.stream().sorted().collect(Collectors.joining(", "));
                                problems.add(path + "." + name, name, "unknown_key", all);
                            }
                        });
    }

    String path() {
        return path;
    }

    Problems problems() {
        return problems;
    }

    private @Nullable JsonNode at(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String key) {
        return at(key) != null;
    }

    JsonNode tree(String key) {
        JsonNode value = at(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    private void wrong(String key, JsonNode value, String problem, String... arguments) {
        String shown = value.isTextual() ? value.textValue() : value.toString();
        problems.add(path + "." + key, shown, problem, arguments);
    }

    /** Notes that the field is wrong for a reason of the caller's. */
    void refuse(String key, String problem, String... arguments) {
        wrong(key, tree(key), problem, arguments);
    }

    String required(String key, int limit) {
        if (at(key) == null) {
            problems.add(path + "." + key, "", "missing");
            return "";
        }
        String text = text(key, "", limit);
        if (text == null || text.isBlank()) {
            wrong(key, tree(key), "empty");
            return "";
        }
        return text;
    }

    @Nullable String text(String key, @Nullable String fallback, int limit) {
        return text(key, fallback, limit, false);
    }

    @Nullable String multiline(String key, @Nullable String fallback, int limit) {
        return text(key, fallback, limit, true);
    }

    private @Nullable String text(String key, @Nullable String fallback, int limit, boolean lines) {
        JsonNode value = at(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isTextual()) {
            wrong(key, value, "not_text");
            return fallback;
        }
        String text = value.textValue();
        if (text.length() > limit) {
            wrong(key, value, "too_long", Integer.toString(limit));
            return fallback;
        }
        if (!CanonicalText.allowed(text, lines)) {
            wrong(key, value, "control_characters");
            return fallback;
        }
        return text;
    }

    boolean bool(String key, boolean fallback) {
        JsonNode value = at(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isBoolean()) {
            wrong(key, value, "not_boolean");
            return fallback;
        }
        return value.booleanValue();
    }

    @Nullable Integer count(String key, @Nullable Integer fallback) {
        JsonNode value = at(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            wrong(key, value, "not_count");
            return fallback;
        }
        return value.intValue();
    }

    /** Required; the least where it is wrong. */
    double number(String key, double least, double most) {
        JsonNode value = at(key);
        if (value == null) {
            problems.add(path + "." + key, "", "missing");
            return least;
        }
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            wrong(
                    key,
                    value,
                    "not_number",
                    BigDecimal.valueOf(least).stripTrailingZeros().toPlainString(),
                    BigDecimal.valueOf(most).stripTrailingZeros().toPlainString());
            return least;
        }
        return value.doubleValue();
    }

    @Nullable Instant instant(String key, @Nullable Instant fallback) {
        JsonNode value = at(key);
        if (value == null) {
            return fallback;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value.asText());
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        wrong(key, value, "not_time");
        return fallback;
    }

    Instant requiredInstant(String key, @Nullable Instant fallback) {
        Instant at = instant(key, fallback);
        if (at == null) {
            if (!has(key)) {
                problems.add(path + "." + key, "", "missing");
            }
            return Instant.EPOCH;
        }
        return at;
    }

    @Nullable BigDecimal percent(String key, @Nullable BigDecimal fallback) {
        BigDecimal value = decimal(key);
        if (value == null) {
            return fallback;
        }
        if (value.signum() < 0
                || value.compareTo(BigDecimal.valueOf(100)) > 0
                || value.scale() > 6) {
            refuse(key, "not_percent");
            return fallback;
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private @Nullable BigDecimal decimal(String key) {
        JsonNode value = at(key);
        if (value == null) {
            return null;
        }
        String text = value.asText();
        if (value.isTextual() && text.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
            return new BigDecimal(text);
        }
        wrong(key, value, "not_decimal");
        return null;
    }

    @Nullable Money money(String key, Currency currency, @Nullable Money fallback) {
        BigDecimal value = decimal(key);
        if (value == null) {
            return fallback;
        }
        int decimals = Money.decimals(currency);
        if (value.scale() > decimals) {
            String allowed = Integer.toString(decimals);
            refuse(key, "too_many_decimals", currency.getCurrencyCode(), allowed);
            return fallback;
        }
        if (value.signum() < 0) {
            refuse(key, "negative");
            return fallback;
        }
        return Money.parse(value.toPlainString(), currency);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, @Nullable E fallback, boolean upper) {
        E[] all = type.getEnumConstants();
        E otherwise = fallback == null ? all[0] : fallback;
        JsonNode value = at(key);
        if (value == null) {
            if (fallback == null) {
                problems.add(path + "." + key, "", "missing");
            }
            return otherwise;
        }
        for (E one : all) {
            if (value.isTextual() && written(one, upper).equals(value.textValue())) {
                return one;
            }
        }
        String names =
                Arrays.stream(all)
                        .map(one -> written(one, upper))
                        .collect(Collectors.joining(", "));
        wrong(key, value, "not_one_of", names);
        return otherwise;
    }

    static String written(Enum<?> value, boolean upper) {
        return upper ? value.name() : value.name().toLowerCase(Locale.ROOT);
    }

    List<String> texts(String key, List<String> fallback, int limit) {
        JsonNode value = at(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isArray()) {
            wrong(key, value, "not_array");
            return fallback;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode one = value.get(i);
            String where = path + "." + key + "[" + i + "]";
            if (!one.isTextual()) {
                problems.add(where, one.toString(), "not_text");
            } else if (one.textValue().length() > limit) {
                problems.add(where, one.textValue(), "too_long", Integer.toString(limit));
            } else if (!CanonicalText.allowed(one.textValue(), false)) {
                problems.add(where, one.textValue(), "control_characters");
            } else {
                texts.add(one.textValue());
            }
        }
        return texts;
    }
}
