package org.eventops.domain.privacy;

import java.util.ArrayList;
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
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Map<Who, Facts> byCode = new LinkedHashMap<>();
    private final Map<Who, Facts> byPhone = new LinkedHashMap<>();
    private final Map<Who, Facts> byName = new LinkedHashMap<>();

    /** What tells people of the same name apart. */
    private static final class Facts {
        private final NavigableSet<String> names = new TreeSet<>();
        private final Set<String> folded = new HashSet<>();

        /** Tickets that are this one's by their order, or by a number, alone. */
        private final Map<Who, Facts> byOrder = new LinkedHashMap<>();

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

        private Somebody somebody(String askFor) {
            return new Somebody(askFor, names, tickets);
        }
    }

    private PersonSearch(PersonalRows rows, String typed) {
        this.rows = rows;
        this.code = typed.strip().toLowerCase(Locale.ROOT);
        this.name = Folding.fold(typed.strip());
        this.phone = Subject.phone(typed);
    }

    /** An e-mail address is somebody, whether anything is kept of them or not. */
    static Map<Who, Somebody> meant(PersonalRows rows, String typed) {
        Optional<Who> exact = Who.exactly(typed);
        if (exact.isPresent()) {
            return Map.of(exact.get(), new Somebody(typed, new TreeSet<>(), 0));
        }
        PersonSearch search = new PersonSearch(rows, typed);
        Map<Who, Facts> found =
                Who.ticket(typed)
                        .map(asked -> ticket(rows, asked))
                        .orElseGet(() -> search.guests(search.found()));
        Map<UUID, String> slugs =
                slugs(
                        rows,
                        found.keySet().stream()
                                .map(Who::event)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        Map<Who, Somebody> meant = new LinkedHashMap<>();
        found.forEach((who, facts) -> meant.put(who, facts.somebody(who.askFor(slugs))));
        return meant;
    }

    static Map<UUID, String> slugs(PersonalRows rows, Set<UUID> events) {
        return events.isEmpty()
                ? Map.of()
                : rows.events(events).stream()
                        .collect(Collectors.toMap(each -> each.id().value(), KeptEvent::slug));
    }

    /**
     * One ticket of one event, or of each where no event is named. One that has an address of its
     * own is whose that is.
     */
    private static Map<Who, Facts> ticket(PersonalRows rows, String asked) {
        List<Trace> of = new ArrayList<>();
        rows.traces(
                trace -> {
                    String code = trace.code();
                    if (code != null && (asked.equals(code) || asked.endsWith("/" + code))) {
                        of.add(trace);
                    }
                });
        Map<UUID, String> slugs =
                slugs(rows, of.stream().map(Trace::event).collect(Collectors.toSet()));
        Map<Who, Facts> found = new LinkedHashMap<>();
        for (Trace trace : of) {
            String code = trace.code();
            if (asked.equals(code) || asked.equals(slugs.get(trace.event()) + "/" + code)) {
                trace.alone()
                        .or(trace::holder)
                        .ifPresent(each -> facts(found, Who.of(each, trace)).add(trace));
            }
        }
        return found;
    }

    private Map<Who, Facts> found() {
        if (code.isEmpty()) {
            return Map.of();
        }
        rows.traces(this::look);
        phone.filter(each -> !rows.rows(Part.CONSENT, List.of(each.value())).isEmpty())
                .filter(each -> byPhone.isEmpty())
                .ifPresent(each -> byPhone.put(Who.of(each), new Facts()));
        if (byCode.isEmpty() && byPhone.isEmpty()) {
            namedHere();
        }
        return Stream.of(byCode, byPhone, byName)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** The same, each buyer of guests' tickets preceded by those of them that may be meant. */
    private Map<Who, Facts> guests(Map<Who, Facts> found) {
        Map<Who, Facts> buyers = new HashMap<>();
        found.forEach(
                (who, facts) -> {
                    if (!facts.byOrder.isEmpty()) {
                        buyers.put(who, new Facts());
                    }
                });
        if (buyers.isEmpty()) {
            return found;
        }
        rows.traces(
                trace ->
                        trace.holder()
                                .map(each -> buyers.get(Who.of(each, trace)))
                                .ifPresent(facts -> facts.add(trace)));
        Map<Who, Facts> meant = new LinkedHashMap<>();
        found.forEach(
                (who, facts) -> {
                    Facts all = buyers.getOrDefault(who, facts);
                    if (all.ofSeveral()) {
                        meant.putAll(facts.byOrder);
                    }
                    meant.put(who, all);
                });
        return meant;
    }

    private void look(Trace trace) {
        if (is(trace.code())) {
            hold(byCode, trace);
        } else if (is(trace.orderCode())) {
            trace.buyerSubject()
                    .or(trace::holder)
                    .ifPresent(each -> facts(byCode, Who.of(each, trace)).add(trace));
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

    private static void hold(Map<Who, Facts> to, Trace trace) {
        Optional<Subject> holder = trace.holder();
        if (holder.isPresent()) {
            Facts facts = facts(to, Who.of(holder.get(), trace));
            facts.add(trace);
            trace.guest()
                    .ifPresent(ticket -> facts(facts.byOrder, Who.of(ticket, trace)).add(trace));
        }
    }

    private static Facts facts(Map<Who, Facts> of, Who who) {
        return of.computeIfAbsent(who, unused -> new Facts());
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
                        facts(byName, Who.of(subject)).names.add(each);
                    }
                });
    }
}
