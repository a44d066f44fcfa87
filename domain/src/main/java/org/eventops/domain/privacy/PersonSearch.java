package org.eventops.domain.privacy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eventops.domain.door.search.Folding;
import org.jspecify.annotations.Nullable;

/** Who may be meant by what was typed: a code before a number before a name. */
final class PersonSearch {
    private final PersonalRows rows;
    private final String code;
    private final String name;
    private final Optional<Subject> phone;
    private final Map<Subject, Facts> byCode = new LinkedHashMap<>();
    private final Map<Subject, Facts> byPhone = new LinkedHashMap<>();
    private final Map<Subject, Facts> byName = new LinkedHashMap<>();

    /** What tells people of the same name apart. */
    private static final class Facts {
        private final NavigableSet<String> names = new TreeSet<>();
        private int tickets;

        private void add(Trace trace) {
            Optional.ofNullable(trace.name()).ifPresent(names::add);
            tickets += trace.ticket() == null ? 0 : 1;
        }

        private Somebody somebody(Subject subject) {
            return new Somebody(subject.askFor(), names, tickets);
        }
    }

    private PersonSearch(PersonalRows rows, String typed) {
        this.rows = rows;
        this.code = typed.strip().toLowerCase(Locale.ROOT);
        this.name = Folding.fold(typed.strip());
        this.phone = Subject.phone(typed);
    }

    /** An e-mail address is somebody, whether anything is kept of them or not. */
    static Map<Subject, Somebody> meant(PersonalRows rows, String typed) {
        Optional<Subject> exact = Subject.email(typed).or(() -> Subject.staffAsked(typed));
        Map<Subject, Somebody> meant = new LinkedHashMap<>();
        if (exact.isPresent()) {
            meant.put(exact.get(), new Somebody(typed, new TreeSet<>(), 0));
        } else {
            new PersonSearch(rows, typed)
                    .found()
                    .forEach((subject, facts) -> meant.put(subject, facts.somebody(subject)));
        }
        return meant;
    }

    private Map<Subject, Facts> found() {
        if (code.isEmpty()) {
            return Map.of();
        }
        rows.traces(this::look);
        phone.filter(each -> !rows.rows(Part.CONSENT, List.of(each.value())).isEmpty())
                .filter(each -> byPhone.isEmpty())
                .ifPresent(each -> byPhone.put(each, new Facts()));
        if (byCode.isEmpty() && byPhone.isEmpty()) {
            namedHere();
        }
        return Stream.of(byCode, byPhone, byName)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private void look(Trace trace) {
        Optional<Subject> holder = trace.holder();
        if (is(trace.code())) {
            holder.ifPresent(each -> add(byCode, each, trace));
        } else if (is(trace.orderCode())) {
            trace.buyerSubject().or(() -> holder).ifPresent(each -> add(byCode, each, trace));
        }
        if (phone.isPresent() && Subject.phone(trace.phone()).equals(phone)) {
            holder.ifPresent(each -> add(byPhone, each, trace));
        }
        if (trace.name() != null && Folding.fold(trace.name().strip()).equals(name)) {
            holder.ifPresent(each -> add(byName, each, trace));
        }
    }

    private boolean is(@Nullable String other) {
        return other != null && other.toLowerCase(Locale.ROOT).equals(code);
    }

    private static void add(Map<Subject, Facts> to, Subject subject, Trace trace) {
        to.computeIfAbsent(subject, unused -> new Facts()).add(trace);
    }

    /** Whoever is known by an address is that one, also where they only signed with their name. */
    private void namedHere() {
        Map<String, Subject> known = new HashMap<>();
        for (NamedPerson each : rows.named()) {
            Subject subject = Subject.email(each.email()).orElse(Subject.staff(each.name()));
            known.merge(
                    each.name(),
                    subject,
                    (one, other) -> one.kind() == Subject.Kind.EMAIL ? one : other);
        }
        Set<String> operators = rows.operators();
        operators.forEach(each -> known.putIfAbsent(each, Subject.staff(each)));
        known.forEach(
                (each, subject) -> {
                    if (Folding.fold(each.strip()).equals(name)) {
                        byName.computeIfAbsent(subject, unused -> new Facts()).names.add(each);
                    }
                });
    }
}
