package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.persistence.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that was alone for long. */
class ManyWaitingTest {
    private static final int MANY = Integer.getInteger("eventops.waiting", 3_000);
    private static final UUID SCOPE = new UUID(0x0199_d6a0_0000_7000L, 9);

    @TempDir Path folder;

    @Test
    void allOfThemAreReadOnceInBatchesAndInOrder() {
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            for (int i = 0; i < MANY; i++) {
                UUID id = new UUID(1, i);
                store.transactions()
                        .urgent(
                                () -> {
                                    store.syncedRows()
                                            .insert(
                                                    "ticket_order",
                                                    Wire.order(SCOPE, id, "o" + id));
                                    return true;
                                });
            }
        }
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            long begun = System.nanoTime();
            assertThat(store.outbox().backlog().count()).isEqualTo(MANY);
            long known = System.nanoTime();
            long after = 0;
            int read = 0;
            List<LocalMutation> batch = store.outbox().waiting(after, 200, 1 << 20);
            while (!batch.isEmpty()) {
                for (LocalMutation each : batch) {
                    assertThat(each.number()).isGreaterThan(after);
                    assertThat(each.changes().getFirst().key()).isEqualTo(new UUID(1, read++));
                    after = each.number();
                }
                batch = store.outbox().waiting(after, 200, 1 << 20);
            }
            long all = System.nanoTime();
            assertThat(read).isEqualTo(MANY);
            assertThat(store.outbox().overlaid(SCOPE)).hasSize(MANY);
            System.getLogger("waiting")
                    .log(
                            System.Logger.Level.INFO,
                            "%d waiting: known in %d ms, read in %d ms, lying over in %d ms"
                                    .formatted(
                                            MANY,
                                            (known - begun) / 1_000_000,
                                            (all - known) / 1_000_000,
                                            (System.nanoTime() - all) / 1_000_000));
        }
    }
}
