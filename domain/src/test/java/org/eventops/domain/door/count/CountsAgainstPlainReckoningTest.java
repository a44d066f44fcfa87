package org.eventops.domain.door.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.ListId;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.ProductSelection;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.door.count.TicketGroup.Standing;
import org.jspecify.annotations.Nullable;

/** Whatever is scanned, taken back and changed, the tally says what counting all anew says. */
class CountsAgainstPlainReckoningTest {
    private static final Instant START = Instant.parse("2026-11-20T23:50:00Z");
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("America/Bogota"),
                    ZoneId.of("Asia/Kathmandu"),
                    ZoneId.of("Australia/Lord_Howe"));
    private static final List<String> PRODUCTS = List.of("general", "vip", "dinner");
    private static final List<ListRow> LISTS =
            List.of(
                    list(1, "Main", ProductSelection.ALL, false, null),
                    list(2, "VIP", ProductSelection.of(List.of("vip")), true, null),
                    list(3, "Day two", ProductSelection.ALL, false, "two"));
    private static final List<Standing> STANDINGS = List.of(Standing.values());
    private static final int STEPS = 120;

    private final List<CountedScan> standing = new ArrayList<>();
    private final Map<UUID, TicketGroup> tickets = new HashMap<>();

    @Property(tries = 300)
    void agreesWithCountingEverythingAnew(@ForAll long seed, @ForAll @IntRange(max = 2) int zone)
            throws IOException {
        Random random = new Random(seed);
        EventTally tally = new EventTally();
        standing.clear();
        tickets.clear();
        sell(random, tally);
        for (int i = 0; i < STEPS; i++) {
            tally = step(random, tally);
        }
        compare(tally, ZONES.get(zone), Optional.empty());
        for (ListRow row : LISTS) {
            compare(tally, ZONES.get(zone), Optional.of(row));
        }
    }

    @Example
    void holdsAsManyTicketsAsThereAre() throws IOException {
        EventTally tally = new EventTally();
        TicketGroup general = new TicketGroup("general", null, Standing.GOOD);
        tally.tickets(book -> IntStream.range(0, 5000).forEach(i -> book.put(ticket(i), general)));
        tally = keptAndTaken(tally);
        CountedScan last =
                new CountedScan(
                        LISTS.getFirst().id().value(), ticket(4999), Verdict.ADMITTED, null, START);
        tally.add(last);
        tally.tickets(book -> IntStream.range(0, 6000).forEach(i -> book.put(ticket(i), general)));
        LiveCounts counts =
                new CountSheet(ZONES.getFirst(), Map.of(), Map.of(), LISTS)
                        .counts(tally, Optional.empty(), START);
        assertThat(counts.attendance()).isEqualTo(new Attendance(6000, 1, 1, 5999));
    }

    private EventTally step(Random random, EventTally tally) throws IOException {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> takeBack(random, tally);
            case 3 -> sell(random, tally);
            case 4 -> {
                return keptAndTaken(tally);
            }
            default -> scan(random, tally);
        }
        return tally;
    }

    private void scan(Random random, EventTally tally) {
        List<Verdict> verdicts = List.of(Verdict.values());
        boolean counts = random.nextInt(4) > 0;
        CountedScan scan =
                new CountedScan(
                        LISTS.get(random.nextInt(3)).id().value(),
                        random.nextInt(9) == 0 && !counts ? null : ticket(random.nextInt(15)),
                        counts
                                ? verdicts.get(random.nextInt(2))
                                : verdicts.get(2 + random.nextInt(verdicts.size() - 2)),
                        random.nextInt(5) == 0 ? null : "g" + random.nextInt(3),
                        START.plusSeconds(random.nextInt(40 * 60)));
        standing.add(scan);
        tally.add(scan);
    }

    private void takeBack(Random random, EventTally tally) {
        if (!standing.isEmpty()) {
            CountedScan scan = standing.remove(random.nextInt(standing.size()));
            UUID ticket = scan.ticket();
            tally.takeBack(
                    scan,
                    standing.stream()
                            .filter(each -> ticket != null && ticket.equals(each.ticket()))
                            .toList());
        }
    }

    private void sell(Random random, EventTally tally) {
        tickets.clear();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(8) > 0) {
                tickets.put(
                        ticket(i),
                        new TicketGroup(
                                PRODUCTS.get(random.nextInt(3)),
                                random.nextBoolean() ? null : random.nextBoolean() ? "two" : "one",
                                STANDINGS.get(random.nextInt(3))));
            }
        }
        tally.tickets(book -> tickets.forEach(book::put));
    }

    private static EventTally keptAndTaken(EventTally tally) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        tally.write(new DataOutputStream(kept));
        return EventTally.read(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
    }

    private void compare(EventTally tally, ZoneId zone, Optional<ListRow> only) {
        List<CountedScan> own =
                standing.stream()
                        .filter(s -> only.isEmpty() || s.list().equals(only.get().id().value()))
                        .toList();
        PlainReckoning plain = new PlainReckoning(tickets, own, only.map(List::of).orElse(LISTS));
        Instant asOf = START.plusSeconds(25 * 60 + 30);
        LiveCounts counts =
                new CountSheet(zone, Map.of(), Map.of(), LISTS).counts(tally, only, asOf);
        assertThat(counts.attendance()).isEqualTo(plain.attendance(product -> true));
        for (CountLine line : counts.products()) {
            assertThat(line.attendance())
                    .as(line.key())
                    .isEqualTo(plain.attendance(line.key()::equals));
        }
        assertThat(counts.products().stream().mapToInt(l -> l.attendance().entered()).sum())
                .isEqualTo(counts.attendance().entered());
        assertThat(counts.refused()).isEqualTo(plain.refused());
        compareScans(counts, plain, own, zone);
    }

    private static void compareScans(
            LiveCounts counts, PlainReckoning plain, List<CountedScan> own, ZoneId zone) {
        Map<Instant, Integer> entries = new TreeMap<>();
        counts.tenMinutes().stream()
                .filter(each -> each.entries() > 0)
                .forEach(each -> entries.put(each.start(), each.entries()));
        assertThat(entries).isEqualTo(plain.entries(zone));
        assertThat(counts.gates().stream().map(GateLine::key))
                .containsExactlyInAnyOrderElementsOf(
                        own.stream()
                                .map(s -> Objects.requireNonNullElse(s.gate(), ""))
                                .distinct()
                                .toList());
        for (GateLine gate : counts.gates()) {
            assertThat(gate.entries())
                    .isEqualTo(plain.gate(gate.key(), v -> v == Verdict.ADMITTED));
            assertThat(gate.exits()).isEqualTo(plain.gate(gate.key(), v -> v == Verdict.EXITED));
            assertThat(gate.refused()).isEqualTo(plain.gate(gate.key(), v -> !v.counts()));
        }
        Instant from = START.plusSeconds(16 * 60);
        assertThat(counts.lastTenMinutes())
                .isEqualTo(
                        (int)
                                own.stream()
                                        .filter(s -> s.verdict() == Verdict.ADMITTED)
                                        .filter(s -> !s.at().isBefore(from))
                                        .filter(s -> s.at().isBefore(from.plusSeconds(600)))
                                        .count());
    }

    private static UUID ticket(int number) {
        return new UUID(7, number);
    }

    private static ListRow list(
            int id,
            String name,
            ProductSelection products,
            boolean pending,
            @Nullable String date) {
        return new ListRow(
                new ListId(new UUID(3, id)),
                new CheckinList(
                        name, products, pending, false, true, false, null, new TreeSet<>(), date));
    }
}
