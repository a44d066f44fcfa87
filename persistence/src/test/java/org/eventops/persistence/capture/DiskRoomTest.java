package org.eventops.persistence.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eventops.domain.change.StoreException;
import org.eventops.persistence.atrest.Patience;
import org.junit.jupiter.api.Test;

class DiskRoomTest {
    private static final long MEGABYTE = 1 << 20;

    private final AtomicLong free = new AtomicLong();
    private final DiskRoom room = new DiskRoom(free::get, new Patience());

    private void left(long megabytes) {
        free.set(megabytes * MEGABYTE);
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.DISK_FULL));
    }

    @Test
    void aScanTakesNoMoreThanALittle() {
        left(32);
        room.needed();
        left(31);
        refused(room::needed);
        left(40);
        room.needed();
    }

    @Test
    void aLargeWriteLeavesRoomToBeTakenBack() {
        left(31);
        refused(room::begun);
        left(100);
        room.begun();
        room.more();
        left(66);
        room.more();
        left(65);
        refused(room::more);
        left(200);
        room.more();
    }
}
