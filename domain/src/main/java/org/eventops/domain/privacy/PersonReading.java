package org.eventops.domain.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/** Gathers what is kept of one subject. */
final class PersonReading {
    private static final int SHORTEST_TOLD = 4;

    private final PersonalRows rows;
    private final Who who;
    private final Subject subject;
    private final @Nullable EventId event;
    private final Set<UUID> tickets = new LinkedHashSet<>();
    private final Set<UUID> orders = new LinkedHashSet<>();
    private final Set<String> consents = new LinkedHashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final NavigableSet<String> names = new TreeSet<>();
    private final Set<String> told = new HashSet<>();

    private PersonReading(PersonalRows rows, Who who, @Nullable EventId event) {
        this.rows = rows;
        this.who = who;
        this.subject = who.subject();
        this.event = event;
    }

    static PersonReading of(PersonalRows rows, Who who, @Nullable EventId event) {
        PersonReading reading = new PersonReading(rows, who, event);
        rows.traces(reading::take);
        Subject subject = who.subject();
        if (subject.kind() == Subject.Kind.EMAIL || subject.kind() == Subject.Kind.PHONE) {
            reading.numbersOfOthers();
            reading.numbers.add(subject.value());
            reading.consents.addAll(reading.numbers);
            reading.told.addAll(reading.numbers);
        }
        return reading;
    }

    private void take(Trace trace) {
        Optional<Subject> self = Optional.of(subject);
        boolean holds = who.holds(trace);
        boolean bought = trace.buyerSubject().equals(self);
        if (event != null && !trace.event().equals(event.value())) {
            return;
        }
        if (bought) {
            orders.add(trace.order());
            tell(trace.buyer());
        }
        if (holds && trace.ticket() != null) {
            tickets.add(trace.ticket());
            Optional.ofNullable(trace.name()).ifPresent(names::add);
            tell(trace.name());
            tell(trace.email());
            Subject.phone(trace.phone()).map(Subject::value).ifPresent(numbers::add);
        }
    }

    /** A shop may write the buyer's number on every ticket: it is theirs if nobody else has it. */
    private void numbersOfOthers() {
        if (!numbers.isEmpty()) {
            rows.traces(this::leaveOut);
        }
    }

    private void leaveOut(Trace trace) {
        if (!who.holds(trace)) {
            Subject.phone(trace.phone()).map(Subject::value).ifPresent(numbers::remove);
        }
    }

    /** Short texts would be found in what speaks of others. */
    private void tell(@Nullable String text) {
        if (text != null && text.strip().length() >= SHORTEST_TOLD) {
            told.add(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** Who works here under this address or name; a sponsor's contact is among them. */
    static List<NamedPerson> entries(PersonalRows rows, Subject subject) {
        return rows.named().stream().filter(each -> isOf(each, subject)).toList();
    }

    private static boolean isOf(NamedPerson entry, Subject subject) {
        boolean named =
                subject.kind() == Subject.Kind.STAFF && entry.name().equals(subject.value());
        return named || Subject.email(entry.email()).equals(Optional.of(subject));
    }

    PersonalData data() {
        List<PersonalRow> found = new ArrayList<>();
        found.addAll(rows(Part.TICKET, tickets));
        found.addAll(rows(Part.ORDER, orders));
        List<PersonalRow> scans = rows(Part.SCAN, tickets);
        found.addAll(scans);
        found.addAll(rows(Part.UNDO, scans.stream().map(PersonalRow::id).toList()));
        found.addAll(rows(Part.BADGE, tickets));
        found.addAll(rows(Part.CONSENT, consents));
        found.addAll(conflicts());
        ofTheOrganisation(found);
        return new PersonalData(subject, askFor(), names, inEvent(found), events(found));
    }

    private String askFor() {
        UUID own = who.event();
        return who.askFor(PersonSearch.slugs(rows, own == null ? Set.of() : Set.of(own)));
    }

    private void ofTheOrganisation(List<PersonalRow> found) {
        Set<String> workers = new LinkedHashSet<>();
        if (subject.kind() == Subject.Kind.STAFF) {
            workers.add(subject.value());
        }
        List<NamedPerson> entries = entries(rows, subject);
        for (Part part : List.of(Part.PERSON, Part.STAFF, Part.SPONSOR)) {
            List<NamedPerson> own = entries.stream().filter(each -> each.part() == part).toList();
            found.addAll(rows(part, own.stream().map(NamedPerson::id).toList()));
            if (part != Part.SPONSOR) {
                own.forEach(each -> workers.add(each.name()));
            }
        }
        names.addAll(workers);
        Stream.of(Part.values())
                .filter(Part::isWork)
                .forEach(part -> found.addAll(rows(part, workers)));
    }

    private List<PersonalRow> rows(Part part, Collection<?> keys) {
        return keys.isEmpty() ? List.of() : rows.rows(part, keys);
    }

    /** Their rows', and whatever else says one of the texts that are theirs. */
    private List<PersonalRow> conflicts() {
        return rows.rows(Part.CONFLICT, List.of()).stream().filter(this::isAboutThem).toList();
    }

    private boolean isAboutThem(PersonalRow conflict) {
        Object row = conflict.columns().get("row_id");
        boolean own = row instanceof UUID id && (tickets.contains(id) || orders.contains(id));
        return own
                || Stream.of("what", "loser", "winner").map(conflict::text).anyMatch(this::saysWho);
    }

    private boolean saysWho(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return told.stream().anyMatch(lower::contains);
    }

    private List<PersonalRow> inEvent(List<PersonalRow> found) {
        EventId only = event;
        return only == null
                ? found
                : found.stream().filter(row -> row.scope().equals(only.value())).toList();
    }

    private List<KeptEvent> events(List<PersonalRow> found) {
        Set<UUID> scopes = new LinkedHashSet<>();
        inEvent(found).forEach(row -> scopes.add(row.scope()));
        return rows.events(scopes).stream()
                .sorted(Comparator.comparing(KeptEvent::ends).thenComparing(KeptEvent::slug))
                .toList();
    }
}
