package org.eventops.console.feature.door;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.eventops.domain.door.rule.RuleSentence;
import org.eventops.domain.door.rule.RuleSentence.Subject;
import org.eventops.domain.door.rule.RuleSentence.When;
import org.eventops.resources.Texts;

/** A rule in words. */
final class RuleTexts {
    private static final int DAYS = 7;

    private final Texts texts;
    private final TimeTexts times;
    private final ZoneId zone;

    RuleTexts(Texts texts, TimeTexts times, ZoneId zone) {
        this.texts = texts;
        this.times = times;
        this.zone = zone;
    }

    String words(RuleSentence sentence) {
        return switch (sentence) {
            case RuleSentence.All all -> joined(all.parts(), "door.rule.always", "door.rule.and");
            case RuleSentence.Any any -> joined(any.parts(), "door.rule.never", "door.rule.or");
            case RuleSentence.Not not -> texts.get("door.rule.not", words(not.part()));
            case RuleSentence.OneOf one ->
                    texts.get("door.rule.oneOf", subject(one.subject()), either(one.names()));
            case RuleSentence.Compared compared -> compared(compared);
            case RuleSentence.After after ->
                    time("door.rule.after", after.when(), after.toleranceMinutes());
            case RuleSentence.Before before ->
                    time("door.rule.before", before.when(), before.toleranceMinutes());
            case RuleSentence.Written written -> texts.get("door.rule.written", written.json());
        };
    }

    private String joined(List<RuleSentence> parts, String none, String link) {
        return parts.stream()
                .map(part -> parts.size() > 1 ? bracketed(part) : words(part))
                .reduce((left, right) -> texts.get(link, left, right))
                .orElseGet(() -> texts.get(none));
    }

    private String bracketed(RuleSentence part) {
        boolean several =
                switch (part) {
                    case RuleSentence.All all -> all.parts().size() > 1;
                    case RuleSentence.Any any -> any.parts().size() > 1;
                    default -> false;
                };
        return several ? "(" + words(part) + ")" : words(part);
    }

    private String either(List<String> names) {
        return names.stream()
                .reduce((left, right) -> texts.get("door.rule.or", left, right))
                .orElseGet(() -> texts.get("door.rule.nothing"));
    }

    private String compared(RuleSentence.Compared compared) {
        return texts.get(
                "door.rule.relation." + compared.relation(),
                subject(compared.subject()),
                value(compared.subject().name(), compared.value()));
    }

    private String value(String subject, String value) {
        String status = "door.rule.status." + value;
        if (subject.equals("entry_status") && texts.has(status)) {
            return texts.get(status);
        }
        boolean oneDay = value.length() == 1 && "1234567".contains(value);
        return subject.equals("now_isoweekday") && oneDay ? weekday(value) : value;
    }

    private String weekday(String value) {
        Locale locale = texts.locale();
        int day = Math.floorMod(Integer.parseInt(value) - 1, DAYS) + 1;
        return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, locale);
    }

    private String subject(Subject subject) {
        String key = "door.rule.subject." + subject.name();
        return subject.when() == null ? texts.get(key) : texts.get(key, moment(subject.when()));
    }

    private String time(String key, When when, int tolerance) {
        return tolerance == 0
                ? texts.get(key, moment(when))
                : texts.get(key + ".tolerance", moment(when), tolerance);
    }

    private String moment(When when) {
        return switch (when) {
            case When.At at -> times.moment(at.instant().atZone(zone));
            case When.Daily daily -> times.time(daily.time());
            case When.OfDate date -> {
                String anchor = texts.get("door.rule.anchor." + date.anchor());
                yield date.instant() == null
                        ? anchor
                        : texts.get(
                                "door.rule.anchored",
                                anchor,
                                times.moment(date.instant().atZone(zone)));
            }
        };
    }
}
