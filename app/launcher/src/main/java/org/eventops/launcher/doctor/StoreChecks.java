package org.eventops.launcher.doctor;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.resources.Texts;

/** What the open store says about being ready. */
public final class StoreChecks {
    private final Texts texts;
    private final OpenConsole console;
    private final Clock clock;

    public StoreChecks(Texts texts, OpenConsole console, Clock clock) {
        this.texts = texts;
        this.console = console;
        this.clock = clock;
    }

    public List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.add(store());
        checks.add(journal());
        List<EventRow> events =
                console.store().transactions().read(() -> console.store().events().rows());
        checks.add(clock(events));
        checks.add(tickets(events));
        checks.add(lists(events));
        checks.add(new Check("protection", false, texts.get("cli.doctor.protection")));
        return checks;
    }

    private Check store() {
        return new Check(
                "store",
                true,
                console.recovery(texts).orElseGet(() -> texts.get("cli.doctor.store")));
    }

    private Check journal() {
        return new Check(
                "journal",
                console.store().opening().damagedPlaces() == 0,
                console.store().opening().damagedPlaces() == 0
                        ? texts.get("cli.doctor.journal")
                        : texts.get(
                                "cli.opening.damaged", console.store().opening().damagedPlaces()));
    }

    /** A clock that was set back shows in scans that lie in its future. */
    private Check clock(List<EventRow> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> ahead =
                events.stream()
                        .flatMap(event -> lastScans(event).stream())
                        .filter(at -> at.isAfter(now.plusSeconds(1)))
                        .max(Instant::compareTo);
        return ahead.map(at -> new Check("clock", false, texts.get("cli.doctor.clock.ahead", at)))
                .orElseGet(() -> new Check("clock", true, texts.get("cli.doctor.clock", now)));
    }

    private List<Instant> lastScans(EventRow event) {
        return console.store()
                .transactions()
                .read(
                        () ->
                                console.store().doorQueries().lists(event.id()).stream()
                                        .map(ListRow::list)
                                        .flatMap(
                                                list ->
                                                        console
                                                                .store()
                                                                .doorQueries()
                                                                .lastScans(
                                                                        event.id(), list.name(), 1)
                                                                .stream())
                                        .map(row -> row.scan().at())
                                        .toList());
    }

    private Check tickets(List<EventRow> events) {
        List<EventRow> open = open(events);
        int tickets = open.stream().mapToInt(EventRow::sold).sum();
        return new Check(
                "tickets",
                tickets > 0,
                texts.get(
                        tickets > 0 ? "cli.doctor.tickets" : "cli.doctor.tickets.none",
                        open.size(),
                        tickets));
    }

    private Check lists(List<EventRow> events) {
        List<String> without =
                open(events).stream()
                        .filter(
                                event ->
                                        console.store()
                                                .transactions()
                                                .read(
                                                        () ->
                                                                console.store()
                                                                        .doorQueries()
                                                                        .lists(event.id()))
                                                .isEmpty())
                        .map(EventRow::slug)
                        .toList();
        return new Check(
                "lists",
                without.isEmpty(),
                without.isEmpty()
                        ? texts.get("cli.doctor.lists")
                        : texts.get("cli.doctor.lists.none", String.join(", ", without)));
    }

    private static List<EventRow> open(List<EventRow> events) {
        return events.stream()
                .filter(
                        e ->
                                e.status() != EventStatus.COMPLETED
                                        && e.status() != EventStatus.CANCELLED)
                .toList();
    }
}
