package org.eventops.domain.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eventops.domain.door.search.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Who may be meant by what was typed: a code before a number before a name. A ticket without an
 * address of its own may be a guest's: where its buyer has tickets of several names, the ticket
 * alone and its buyer are two who may be meant.
 */
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
        private final Set<String> folded = new HashSet<>();

        /** Tickets that are this buyer's by their order alone. */
        private final Map<Subject, Facts> byOrder = new LinkedHashMap<>();

        private int tickets;

        private void add(Trace trace) {
            Optional.ofNullable(trace.name()).ifPresent(names::add);
            if (trace.ticket() != null) {
                tickets++;
                folded.add(Folding.fold(Objects.requireNonNullElse(trace.name(), "").strip()));
            }
        }

        private boolean ofSeveral() {
            return folded.size() > 1;
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
        Optional<Subject> exact = Subject.exactly(typed);
        Map<Subject, Somebody> meant = new LinkedHashMap<>();
        if (exact.isPresent()) {
            meant.put(exact.get(), new Somebody(typed, new TreeSet<>(), 0));
        } else {
            PersonSearch search = new PersonSearch(rows, typed);
            search.guests(search.found())
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

    /** The same, each buyer of guests' tickets preceded by those of them that may be meant. */
    private Map<Subject, Facts> guests(Map<Subject, Facts> found) {
        Map<Subject, Facts> buyers = new HashMap<>();
        found.forEach(
                (subject, facts) -> {
                    if (!facts.byOrder.isEmpty()) {
                        buyers.put(subject, new Facts());
                    }
                });
        if (buyers.isEmpty()) {
            return found;
        }
        rows.traces(trace -> trace.holder().map(buyers::get).ifPresent(facts -> facts.add(trace)));
        Map<Subject, Facts> meant = new LinkedHashMap<>();
        found.forEach(
                (subject, facts) -> {
                    Facts all = buyers.getOrDefault(subject, facts);
                    if (all.ofSeveral()) {
                        meant.putAll(facts.byOrder);
                    }
                    meant.put(subject, all);
                });
        return meant;
    }

    private void look(Trace trace) {
        if (is(trace.code())) {
            hold(byCode, trace);
        } else if (is(trace.orderCode())) {
            trace.buyerSubject()
                    .or(trace::holder)
                    .ifPresent(each -> facts(byCode, each).add(trace));
        }
        if (phone.isPresent() && Subject.phone(trace.phone()).equals(phone)) {
            hold(byPhone, trace);
        }
        if (trace.name() != null && Folding.fold(trace.name().strip()).equals(name)) {
            hold(byName, trace);
        }
    }

    private boolean is(@Nullable String other) {
        return other != null && other.toLowerCase(Locale.ROOT).equals(code);
    }

    private static void hold(Map<Subject, Facts> to, Trace trace) {
        Optional<Subject> holder = trace.holder();
        if (holder.isPresent()) {
            Facts facts = facts(to, holder.get());
            facts.add(trace);
            trace.guest().ifPresent(ticket -> facts(facts.byOrder, ticket).add(trace));
        }
    }

    private static Facts facts(Map<Subject, Facts> of, Subject subject) {
        return of.computeIfAbsent(subject, unused -> new Facts());
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
