package org.eventops.sync.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.sync.engine.Connector;
import org.eventops.sync.engine.LoadPace;
import org.eventops.sync.engine.SyncEngine;
import org.eventops.sync.engine.Time;
import org.eventops.sync.engine.Turn;

/** One console of a history: a store, an engine that can be lost, a wire, a clock of its own. */
final class Console {
    final String name;
    final UUID device;
    final String role;
    final StoreUnderTest store;
    final Wire wire;
    final FoldCheck fold;
    private final LongSupplier nanos;
    private final RandomGenerator random;
    private final Instant start;
    private SyncEngine engine;
    Duration skew = Duration.ZERO;
    long dueAt;
    boolean revoked;
    long puzzles;

    /**
     * The hub was restored, and this console has not come to rest since: numbers are of two
     * histories.
     */
    boolean misled;

    /** Whether it has come to rest since everything was mended. */
    boolean rested;

    /** How many port calls from now the process ends; negative for not at all. */
    int crashIn = -1;

    Console(
            String name,
            UUID device,
            String role,
            StoreUnderTest store,
            Connector hub,
            Surroundings around) {
        this.name = name;
        this.device = device;
        this.role = role;
        this.store = store;
        this.nanos = around.nanos();
        this.start = around.start();
        this.random = around.random();
        this.fold = new FoldCheck(around.audit());
        this.wire = new Wire(hub, random, this::hazard);
        this.engine = newEngine();
        store.hazard(this::hazard);
    }

    /**
     * What all consoles of a history share.
     *
     * @param nanos goes on evenly
     * @param start what the clock said when {@code nanos} was 0
     */
    record Surroundings(
            LongSupplier nanos, Instant start, RandomGenerator random, HubAudit audit) {}

    void join(UUID lineage) {
        store.replica().keep(new Membership(device, ModelHub.TENANT, lineage));
    }

    Instant now() {
        return start.plusNanos(nanos.getAsLong()).plus(skew);
    }

    Turn turn() {
        Turn turn = engine.turn();
        if (!turn.next().isZero()) {
            engine.rest();
        }
        dueAt = nanos.getAsLong() + turn.next().toNanos();
        return turn;
    }

    void hurry() {
        engine.hurry();
        dueAt = nanos.getAsLong();
    }

    void poked() {
        engine.poked();
        dueAt = nanos.getAsLong();
    }

    long puzzles() {
        return puzzles + engine.puzzles();
    }

    /** The process ended and was started again. */
    void restart() {
        crashIn = -1;
        puzzles += engine.puzzles();
        store.crashed();
        engine = newEngine();
        dueAt = nanos.getAsLong();
    }

    private void hazard() {
        if (crashIn >= 0 && crashIn-- == 0) {
            throw new Crash();
        }
    }

    private SyncEngine newEngine() {
        InstantSource clock = this::now;
        SyncEngine made =
                new SyncEngine(
                        wire,
                        store.outbox(),
                        store.replica(),
                        new Time(clock.withZone(ZoneOffset.UTC), nanos, random),
                        "simulation",
                        () -> 0,
                        new LoadPace(5, 20, 2));
        store.outbox()
                .onAdded(
                        () -> {
                            made.added();
                            dueAt = nanos.getAsLong();
                        });
        return made;
    }
}
