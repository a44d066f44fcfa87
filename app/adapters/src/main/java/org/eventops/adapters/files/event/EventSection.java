package org.eventops.adapters.files.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.event.Visibility;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.ticketing.Tax;
import org.jspecify.annotations.Nullable;

/** {@code event}, its {@code dates}, and {@code tax}. */
final class EventSection {
    private static final Set<String> EVENT =
            Set.of(
                    "slug",
                    "name",
                    "type",
                    "status",
                    "timezone",
                    "currency",
                    "city",
                    "venue",
                    "starts",
                    "ends",
                    "admission",
                    "capacity",
                    "description",
                    "visibility",
                    "tier",
                    "dates");
    private static final Set<String> DATE = Set.of("key", "starts", "ends", "admission");
    private static final Set<String> TAX = Set.of("name", "rate", "included");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SLUG_LIMIT = 80;

    private EventSection() {}

    static boolean isSlug(String text) {
        return text.length() <= SLUG_LIMIT && SLUG.matcher(text).matches();
    }

    static Event event(JsonNode node, @Nullable Event base, Problems problems) {
        Fields f = new Fields(node, "$.event", problems, EVENT);
        String slug = f.required("slug", Limits.NAME);
        if (!slug.isEmpty() && !isSlug(slug)) {
            f.refuse("slug", "not_slug");
        }
        Instant starts = f.requiredInstant("starts", null);
        Instant ends = f.requiredInstant("ends", null);
        if (f.has("starts") && f.has("ends") && ends.isBefore(starts)) {
            f.refuse("ends", "before_start");
        }
        return new Event(
                slug,
                f.required("name", Limits.NAME),
                f.choice(
                        "type",
                        EventType.class,
                        base == null ? EventType.CORPORATE : base.type(),
                        false),
                f.choice(
                        "status",
                        EventStatus.class,
                        base == null ? EventStatus.DRAFT : base.status(),
                        false),
                zone(f),
                currency(f, base),
                f.text("city", base == null ? null : base.city(), Limits.NAME),
                f.text("venue", base == null ? null : base.venue(), Limits.NAME),
                starts,
                ends,
                f.instant("admission", base == null ? null : base.admission()),
                f.count("capacity", base == null ? null : base.capacity()),
                f.multiline(
                        "description",
                        base == null ? null : base.description(),
                        Limits.DESCRIPTION),
                f.choice(
                        "visibility",
                        Visibility.class,
                        base == null ? Visibility.PRIVATE : base.visibility(),
                        false),
                f.text("tier", base == null ? null : base.tier(), 100));
    }

    private static ZoneId zone(Fields f) {
        String name = f.required("timezone", 64);
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            f.refuse("timezone", "not_zone");
            return ZoneOffset.UTC;
        }
    }

    private static Currency currency(Fields f, @Nullable Event base) {
        String code = f.required("currency", Limits.NAME);
        Currency fallback = base == null ? Currency.getInstance("XXX") : base.currency();
        try {
            Currency currency = code.isEmpty() ? fallback : Currency.getInstance(code);
            if (base != null && !currency.equals(base.currency())) {
                f.refuse("currency", "other_currency", base.currency().getCurrencyCode());
            }
            return currency;
        } catch (IllegalArgumentException e) {
            f.refuse("currency", "not_currency");
            return fallback;
        }
    }

    static Keyed<SeriesDate> dates(JsonNode event, @Nullable EventContent base, Problems problems) {
        Keyed<SeriesDate> dates =
                new Keyed<>(base == null ? java.util.List.of() : base.dates(), SeriesDate::key);
        Elements.each(
                event.path("dates"),
                "$.event.dates",
                problems,
                (node, path) -> {
                    Fields f = new Fields(node, path, problems, DATE);
                    String key = f.required("key", Limits.KEY);
                    SeriesDate was = dates.stored(key);
                    Instant starts = f.requiredInstant("starts", was == null ? null : was.starts());
                    Instant ends = f.requiredInstant("ends", was == null ? null : was.ends());
                    Instant admission =
                            f.instant("admission", was == null ? null : was.admission());
                    dates.name(f, "key", key, new SeriesDate(key, starts, ends, admission));
                });
        return dates;
    }

    static @Nullable Tax tax(JsonNode node, @Nullable Tax base, Problems problems) {
        if (node.isMissingNode() || node.isNull()) {
            return base;
        }
        Fields f = new Fields(node, "$.tax", problems, TAX);
        String name = f.has("name") || base == null ? f.required("name", 100) : base.name();
        var rate = f.percent("rate", base == null ? null : base.rate());
        if (rate == null) {
            if (!f.has("rate")) {
                problems.add("$.tax.rate", "", "missing");
            }
            return null;
        }
        return new Tax(name, rate, f.bool("included", base != null && base.included()));
    }
}
