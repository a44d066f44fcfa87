package org.eventops.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eventops.launcher.bench.BigEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window is made anew for everybody who comes: what the one before held is let go. */
class ClosedWindowTest {
    private static final Cleaner CLEANER = Cleaner.create();

    @TempDir Path folder;

    @Test
    void nothingHoldsAWindowThatWasClosed() throws Exception {
        try (OpenConsole console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC())) {
            new BigEvent(2, 0).into(console);
            CountDownLatch gone = new CountDownLatch(1);
            openAndClose(console, gone);
            boolean free = false;
            for (int tries = 0; tries < 30 && !free; tries++) {
                System.gc();
                free = gone.await(1, TimeUnit.SECONDS);
            }
            assertThat(free).isTrue();
        }
    }

    /** In a method of its own, so that no variable of the test holds it. */
    private void openAndClose(OpenConsole console, CountDownLatch gone) throws Exception {
        try (RealWindow window = RealWindow.over(console, folder.resolve("store"))) {
            CLEANER.register(window.held(), gone::countDown);
            for (String each : window.screens()) {
                window.open(each);
            }
        }
    }
}
