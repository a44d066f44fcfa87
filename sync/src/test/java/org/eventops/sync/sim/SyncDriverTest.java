package org.eventops.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.sync.engine.LoadPace;
import org.eventops.sync.engine.SyncEngine;
import org.eventops.sync.engine.Time;
import org.eventops.sync.run.SyncDriver;
import org.eventops.sync.run.Wakeups;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The thread of the exchange: woken by work, not ended by anything that is thrown. */
class SyncDriverTest {
    private static final UUID DEVICE = new UUID(3, 3);

    private final Random random = new Random(5);
    private final HubAudit audit = new HubAudit();
    private final ModelHub hub =
            new ModelHub(this::id, Instant::now, EnumSet.noneOf(Bug.class), audit);
    private final ModelStore store =
            new ModelStore(Instant::now, this::id, () -> 0, EnumSet.noneOf(Bug.class), audit);

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private SyncDriver driver() {
        hub.device(DEVICE, "admin", null, false);
        store.keep(new Membership(DEVICE, ModelHub.TENANT, id()));
        SyncEngine engine =
                new SyncEngine(
                        () -> hub.connect(DEVICE),
                        store,
                        store,
                        Time.system(),
                        "test",
                        () -> 0,
                        LoadPace.USUAL);
        return new SyncDriver(
                engine, store, Wakeups.none(), Time.system(), new Meter(System::nanoTime));
    }

    private static CountDownLatch when(SyncDriver driver, Predicate<SyncStatus> holds) {
        CountDownLatch latch = new CountDownLatch(1);
        driver.listen(
                status -> {
                    if (holds.test(status)) {
                        latch.countDown();
                    }
                });
        return latch;
    }

    private void makeAnEvent() {
        UUID id = id();
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("tenant", ModelHub.TENANT);
        event.put("scope", id);
        event.put("slug", "gala");
        store.transact(false, edit -> edit.insert("event", event));
    }

    @Test
    void pushesWhatIsCommittedHereAndSaysSo() throws InterruptedException {
        makeAnEvent();
        try (SyncDriver driver = driver()) {
            CountDownLatch done =
                    when(
                            driver,
                            status ->
                                    status.pushed() == 1
                                            && status.state() == SyncStatus.State.UP_TO_DATE);
            driver.start();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(driver.sinceHeartbeat()).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(hub.state().rows.keySet()).anyMatch(key -> key.table().equals("event"));
    }

    @Test
    void isNotReadyForADoorBeforeTheHubWasAsked() {
        try (SyncDriver driver = driver()) {
            assertThat(driver.status().state()).isEqualTo(SyncStatus.State.CONNECTING);
            assertThat(driver.status().doorReady()).isFalse();
        }
    }

    @Test
    void tellsWhatATurnThrewAndGoesOn() throws InterruptedException {
        makeAnEvent();
        AtomicBoolean fails = new AtomicBoolean(true);
        try (SyncDriver driver = driver()) {
            store.hazard(
                    () -> {
                        if (fails.get()) {
                            throw new IllegalStateException("the store is on fire");
                        }
                    });
            CountDownLatch broken =
                    when(driver, status -> status.trouble() == SyncStatus.Trouble.BROKEN);
            CountDownLatch done =
                    when(driver, status -> status.state() == SyncStatus.State.UP_TO_DATE);
            driver.start();
            assertThat(broken.await(20, TimeUnit.SECONDS)).isTrue();
            fails.set(false);
            driver.now();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
