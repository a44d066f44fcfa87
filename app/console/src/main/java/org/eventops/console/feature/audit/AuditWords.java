package org.eventops.console.feature.audit;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.console.ui.ColumnWords;
import org.eventops.console.ui.Formats;
import org.eventops.domain.audit.AuditChange;
import org.eventops.domain.audit.AuditDetails;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditVerdict;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Sought;
import org.eventops.domain.door.search.Folding;
import org.eventops.resources.Texts;

/**
 * Lines of the audit as a person reads them.
 *
 * @param events names of events by their keys
 */
public record AuditWords(Texts texts, Map<UUID, String> events) {
    /** What is shorter stands in nearly every word. */
    private static final int SHORTEST = 3;

    private static final String DOCUMENT = "audit.document.";

    public String who(AuditLine line) {
        String who = line.what().who();
        return who.isEmpty() ? texts.get("audit.nobody") : who;
    }

    public String deed(AuditLine line) {
        return texts.get("audit.deed." + line.what().deed(), line.what().changed());
    }

    /** A line with all it says. */
    String whole(AuditLine line, ZoneId zone) {
        String when = Formats.moment(line.what().at(), zone, texts.locale());
        return Stream.of(when, who(line), line.what().device(), deed(line), of(line), details(line))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** As what is looked for; empty for whatever. */
    String choice(Optional<Deed> deed) {
        return deed.map(this::word).orElseGet(() -> texts.get("audit.all"));
    }

    private String word(Deed deed) {
        return deed == Deed.MANY ? texts.get("audit.many") : texts.get("audit.deed." + deed);
    }

    /** Of what, and at which event. */
    public String of(AuditLine line) {
        String event = events.getOrDefault(line.what().scope(), "");
        String table = line.what().table();
        String kind = table.isEmpty() ? "" : texts.get("sync.table." + table);
        return Stream.of(kind, event)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** On one line of the table. */
    public String details(AuditLine line) {
        return AuditDetails.read(line).stream()
                .filter(each -> !each.before().isEmpty() || !each.after().isEmpty())
                .map(each -> change(line.what().table(), each))
                .collect(Collectors.joining(" · "))
                .replace("\n", ", ");
    }

    private String change(String table, AuditChange change) {
        String name = name(change.name());
        String after = value(table, change.name(), change.after());
        return change.before().isEmpty()
                ? name + ": " + after
                : name + ": " + value(table, change.name(), change.before()) + " → " + after;
    }

    private String value(String table, String column, String value) {
        String document = DOCUMENT + value.replace(' ', '_');
        if (column.equals("document") && texts.has(document)) {
            return texts.get(document);
        }
        return switch (value) {
            case "true" -> texts.get("app.yes");
            case "false" -> texts.get("app.no");
            default -> ColumnWords.of(texts, table, column, value, "").orElse(value);
        };
    }

    private String name(String column) {
        String key = "sync.field." + column;
        String own = "audit.told." + column;
        if (texts.has(key)) {
            return texts.get(key);
        }
        return texts.has(own) ? texts.get(own) : column;
    }

    /** What is typed, as it stands in the lines, or as they are read here. */
    public Sought sought(String typed) {
        String folded = Folding.fold(typed).strip();
        if (folded.length() < SHORTEST) {
            return Sought.text(typed);
        }
        Predicate<String> said = word -> Folding.fold(word).contains(folded);
        Set<String> keys = new HashSet<>(ColumnWords.choices(texts, said));
        keys.addAll(texts.keysOf("sync.field.", said));
        keys.addAll(texts.keysOf("audit.told.", said));
        texts.keysOf(DOCUMENT, said).forEach(each -> keys.add(each.replace('_', ' ')));
        return new Sought(
                typed,
                Stream.of(Deed.values())
                        .filter(each -> said.test(word(each)))
                        .collect(Collectors.toSet()),
                texts.keysOf("sync.table.", said),
                events.entrySet().stream()
                        .filter(each -> said.test(each.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                keys);
    }

    /** With the first few faults. */
    String verdict(AuditVerdict verdict) {
        return Stream.concat(
                        Stream.of(sum(verdict)),
                        verdict.faults().stream().limit(3).map(this::fault))
                .collect(Collectors.joining(" "));
    }

    /** How it stands altogether. */
    public String sum(AuditVerdict verdict) {
        String first =
                texts.get(
                        verdict.sound() ? "audit.sound" : "audit.unsound",
                        verdict.lines(),
                        verdict.faults().size());
        return verdict.unconfirmed() == 0
                ? first
                : first + " " + texts.get("audit.unconfirmed", verdict.unconfirmed());
    }

    public String fault(AuditVerdict.Fault fault) {
        return texts.get(
                "audit.fault." + fault.kind(), Long.toString(fault.number()), fault.line());
    }
}
