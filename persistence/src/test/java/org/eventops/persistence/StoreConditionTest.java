package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.health.StoreFigures;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.measure.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store says of itself. */
class StoreConditionTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private boolean put(String name) {
        store.settings().put(name, "value");
        return true;
    }

    private Figures figures(Operation operation) {
        return store.meter().figures(operation, Window.FIVE_MINUTES);
    }

    @Test
    void countsRowsFilesAndTheLastCopy() {
        StoreFigures empty = store.condition().figures();
        assertThat(empty.snapshot()).isEmpty();
        assertThat(empty.rows()).containsEntry("EVENT", 0L).containsEntry("PERSON", 0L);
        assertThat(empty.databaseBytes()).isPositive();
        store.transactions().write(() -> put("place.camera.mirrored"));
        store.snapshot();
        StoreFigures now = store.condition().figures();
        assertThat(now.rows())
                .containsEntry("SETTING", Objects.requireNonNull(empty.rows().get("SETTING")) + 1);
        assertThat(now.snapshot()).isPresent();
        assertThat(now.rebuilt()).isFalse();
        assertThat(now.damagedPlaces()).isZero();
    }

    @Test
    void aTransactionInAnotherIsCountedOnceAndABulkOneByItsImport() {
        long before = figures(Operation.STORE_WRITE).calls();
        long read = figures(Operation.STORE_READ).calls();
        store.transactions()
                .write(
                        () ->
                                store.transactions()
                                        .read(() -> store.transactions().urgent(() -> put("a"))));
        store.transactions().bulk(() -> put("b"));
        assertThat(figures(Operation.STORE_WRITE).calls()).isEqualTo(before + 1);
        assertThat(figures(Operation.STORE_READ).calls()).isEqualTo(read);
    }

    @Test
    void aRefusalInATransactionIsNoErrorOfTheStore() {
        assertThatThrownBy(
                        () ->
                                store.transactions()
                                        .urgent(
                                                () -> {
                                                    throw new NotPermitted(Permission.EXPORT);
                                                }))
                .isInstanceOf(NotPermitted.class);
        assertThat(figures(Operation.STORE_WRITE).failed(FailureKind.BUSINESS)).isEqualTo(1);
        assertThat(figures(Operation.STORE_WRITE).errors()).isZero();
    }
}
