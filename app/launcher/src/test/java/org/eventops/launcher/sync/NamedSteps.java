package org.eventops.launcher.sync;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The places at which a console is killed: it stops for ever at the nth passing of one, and says so
 * on standard output; the parent then sends the signal that cannot be caught.
 */
final class NamedSteps {
    /** Every step there is; {@link #at} refuses others. */
    static final List<String> ALL =
            List.of(
                    "hello-asked",
                    "push-asked",
                    "push-answered",
                    "part-asked",
                    "part-answered",
                    "pull-asked",
                    "pull-answered",
                    "applying",
                    "applied-uncommitted",
                    "applied",
                    "load-asked",
                    "load-answered",
                    "poke-asked");

    private final String wanted;
    private int left;

    /**
     * @param wanted the step to stop at; empty for none
     * @param nth 1 for its first passing
     */
    NamedSteps(String wanted, int nth) {
        this.wanted = wanted;
        this.left = nth;
    }

    synchronized void at(String step) {
        if (!ALL.contains(step)) {
            throw new IllegalArgumentException("no such step: " + step);
        }
        if (!step.equals(wanted) || --left > 0) {
            return;
        }
        System.out.println("at " + step);
        System.out.flush();
        waitForTheSignal();
    }

    private static void waitForTheSignal() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // Whoever interrupts does not end it: only the signal does.
            }
        }
    }
}
