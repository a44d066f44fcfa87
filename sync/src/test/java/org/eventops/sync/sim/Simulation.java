package org.eventops.sync.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eventops.sync.engine.Turn;
import org.jspecify.annotations.Nullable;

/**
 * One history: some consoles, people who work at them, everything that can go wrong; then all is
 * mended, and what the invariants promise has to hold. One seed, one history.
 */
public final class Simulation {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(30);
    private static final int MOST_TURNS = 6_000;

    private final Random random;
    private final Faults faults;
    private final Parts parts;
    private final Trace trace;
    private final HubAudit audit = new HubAudit();
    private final HubUnderTest hub;
    private final List<Console> consoles = new ArrayList<>();
    private final Work work;
    private final List<Object> backups = new ArrayList<>();
    private final Mishaps mishaps;
    private long nanos;

    private Simulation(long seed, Parts parts, boolean traced) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 11);
        this.parts = parts;
        this.trace = new Trace(traced);
        this.faults = seed % 8 == 0 ? Faults.NONE : Faults.some(random);
        this.hub = parts.hub(this::id, this::hubNow, audit);
        this.work = new Work(random, this::id);
        this.mishaps = new Mishaps(this);
        hub.onPoke(
                scopes ->
                        consoles.forEach(
                                console -> {
                                    if (random.nextInt(4) > 0) {
                                        console.poked();
                                    }
                                }));
    }

    /**
     * What became of a history.
     *
     * @param violation null if everything held
     */
    public record Outcome(
            long seed, long hash, long steps, @Nullable Throwable violation, List<String> trace) {}

    /** Runs one history of the models. */
    public static Outcome run(long seed, Set<Bug> bugs, boolean traced) {
        return run(seed, new ModelParts(bugs), traced);
    }

    /** Runs one history. */
    public static Outcome run(long seed, Parts parts, boolean traced) {
        Simulation simulation = new Simulation(seed, parts, traced);
        Throwable violation = null;
        try {
            simulation.live();
            simulation.heal();
        } catch (RuntimeException e) {
            violation = e;
            if (traced) {
                Inquest.on(String.valueOf(e.getMessage()), simulation.audit, simulation.consoles)
                        .forEach(simulation.trace::line);
            }
        }
        Trace trace = simulation.trace;
        return new Outcome(seed, trace.hash(), trace.length(), violation, trace.lines());
    }

    UUID id() {
        long at = START.toEpochMilli() + nanos / 1_000_000;
        return new UUID(
                (at << 16) | 0x7000 | random.nextInt(0x1000),
                (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    private Instant hubNow() {
        return START.plusNanos(nanos);
    }

    Random random() {
        return random;
    }

    Faults faults() {
        return faults;
    }

    HubUnderTest hub() {
        return hub;
    }

    List<Console> consoles() {
        return consoles;
    }

    Work work() {
        return work;
    }

    List<Object> backups() {
        return backups;
    }

    Console console(String role, UUID device) {
        Console[] made = new Console[1];
        StoreUnderTest store =
                parts.store(
                        this::id,
                        () -> made[0] == null ? hubNow() : made[0].now(),
                        audit,
                        () -> random.nextInt(3) == 0 ? random.nextInt(3) : 0);
        made[0] =
                new Console(
                        "c" + consoles.size(),
                        device,
                        role,
                        store,
                        () -> hub.connect(device),
                        new Console.Surroundings(() -> nanos, START, random, audit));
        consoles.add(made[0]);
        return made[0];
    }

    private void live() {
        begin();
        for (int step = 0; step < parts.steps(); step++) {
            step();
        }
    }

    private void begin() {
        int count = 2 + random.nextInt(random.nextInt(3) == 0 ? 7 : 3);
        List<String> roles =
                List.of("admin", "door", "organizer", "supervisor", "door", "box_office");
        for (int i = 0; i < count; i++) {
            String role = roles.get(i % roles.size());
            UUID device = id();
            hub.device(device, role, null, false);
            Console console = console(role, device);
            console.join(id());
            console.wire.faults = faults.wire();
            if (faults.clocks()) {
                console.skew = Duration.ofMinutes(random.nextInt(2 * 24 * 60) - 24 * 60);
            }
        }
        work.prepare(consoles.getFirst());
        hub.stock(ModelHub.TENANT, "cup", 3 + random.nextInt(5));
        trace.line("begin " + count + " " + faults);
    }

    private void step() {
        Console console = consoles.get(random.nextInt(consoles.size()));
        int dice = random.nextInt(100);
        if (dice < 52) {
            turn(console);
        } else if (dice < 80) {
            trace.line(nanos / 1_000_000 + " " + console.name + " " + worked(console));
        } else if (dice < 90) {
            nanos += (long) (random.nextDouble() * random.nextDouble() * 8e9);
        } else {
            trace.line(nanos / 1_000_000 + " " + mishaps.one(console));
        }
    }

    private String worked(Console console) {
        if (console.revoked) {
            return "locked";
        }
        try {
            return work.something(console);
        } catch (Crash crash) {
            console.restart();
            return "crash at work";
        }
    }

    private void turn(Console console) {
        if (console.dueAt > nanos && random.nextInt(4) > 0) {
            return;
        }
        String did;
        try {
            Turn turn = console.turn();
            did = turn.did().toString();
            console.misled &= turn.did() != Turn.Did.IDLE;
            console.rested |= turn.did() == Turn.Did.IDLE;
            if (turn.problem() != null) {
                did += " " + turn.problem().getMessage();
            }
        } catch (Crash crash) {
            console.restart();
            did = "crash";
        }
        trace.line(nanos / 1_000_000 + " " + console.name + " " + did);
        if (random.nextInt(3) == 0 && !console.misled) {
            console.fold.check(console.store);
        }
        // after a restoration a guess may be left that only a reload settles
        if (console.puzzles() > 0 && !mishaps.restored()) {
            throw new Violation("I4", "an entry that nothing explains at " + console.name);
        }
    }

    private void heal() {
        trace.line("heal");
        for (Console console : consoles) {
            console.crashIn = -1;
            console.wire.cut = false;
            console.wire.faults = 0;
            console.hurry();
            console.rested = false;
            while (console.wire.hasLate()) {
                console.wire.deliverLate();
            }
        }
        Checks checks = new Checks(hub, audit, consoles, work);
        long deadline = nanos + HEALED_WITHIN.toNanos();
        int turns = 0;
        while (!checks.quiet()) {
            Console next =
                    consoles.stream()
                            .min((one, other) -> Long.compare(one.dueAt, other.dueAt))
                            .orElseThrow();
            nanos = Math.max(nanos, next.dueAt);
            if (nanos > deadline || turns++ > MOST_TURNS) {
                throw new Violation("I9", "not quiet: " + checks.unquiet());
            }
            turn(next);
        }
        consoles.forEach(console -> console.fold.check(console.store));
        checks.all(mishaps.lossy());
        trace.line("quiet after " + turns);
    }

    /** Scopes there are at the hub. */
    Set<UUID> scopes() {
        return hub.allScopes();
    }
}
