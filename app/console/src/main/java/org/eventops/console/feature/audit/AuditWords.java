package org.eventops.console.feature.audit;

import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.ColumnWords;
import org.eventops.console.ui.Formats;
import org.eventops.domain.audit.AuditChange;
import org.eventops.domain.audit.AuditDetails;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditVerdict;
import org.eventops.domain.audit.Deed;

/** Lines of the audit as a person reads them. */
record AuditWords(Language language) {
    String who(AuditLine line) {
        String who = line.what().who();
        return who.isEmpty() ? language.get("audit.nobody") : who;
    }

    String deed(AuditLine line) {
        return language.get("audit.deed." + line.what().deed(), line.what().changed());
    }

    /** A line with all it says. */
    String whole(AuditLine line, ZoneId zone) {
        String when = Formats.moment(line.what().at(), zone, language.locale());
        return Stream.of(
                        when,
                        who(line),
                        line.what().device(),
                        deed(line),
                        table(line),
                        details(line))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** As what is looked for; empty for whatever. */
    String choice(Optional<Deed> deed) {
        return deed.map(this::word).orElseGet(() -> language.get("audit.all"));
    }

    private String word(Deed deed) {
        return deed == Deed.MANY ? language.get("audit.many") : language.get("audit.deed." + deed);
    }

    String table(AuditLine line) {
        String table = line.what().table();
        return table.isEmpty() ? "" : language.get("sync.table." + table);
    }

    /** On one line of the table. */
    String details(AuditLine line) {
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
        return switch (value) {
            case "true" -> language.get("app.yes");
            case "false" -> language.get("app.no");
            default -> ColumnWords.of(language.texts(), table, column, value, "").orElse(value);
        };
    }

    private String name(String column) {
        String key = "sync.field." + column;
        String own = "audit.told." + column;
        if (language.texts().has(key)) {
            return language.get(key);
        }
        return language.texts().has(own) ? language.get(own) : column;
    }

    String verdict(AuditVerdict verdict) {
        String first =
                language.get(
                        verdict.sound() ? "audit.sound" : "audit.unsound",
                        verdict.lines(),
                        verdict.faults().size());
        String faults =
                verdict.faults().stream()
                        .limit(3)
                        .map(
                                each ->
                                        language.get(
                                                "audit.fault." + each.kind(),
                                                Long.toString(each.number()),
                                                each.line()))
                        .collect(Collectors.joining(" "));
        return faults.isEmpty() ? first : first + " " + faults;
    }
}
