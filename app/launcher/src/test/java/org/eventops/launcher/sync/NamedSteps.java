package org.eventops.launcher.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The places at which a console, or its hub, is killed: at the nth passing of one the console says
 * so on standard output and waits for a word on its standard input. Most often it gets a signal
 * instead that cannot be caught.
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
    private final BufferedReader word;
    private int left;

    /**
     * @param wanted the step to stop at; empty for none
     * @param nth 1 for its first passing
     */
    NamedSteps(String wanted, int nth, BufferedReader word) {
        this.wanted = wanted;
        this.left = nth;
        this.word = word;
    }

    synchronized void at(String step) {
        if (!ALL.contains(step)) {
            throw new IllegalArgumentException("no such step: " + step);
        }
        if (!step.equals(wanted) || --left != 0) {
            return;
        }
        System.out.println("at " + step);
        System.out.flush();
        try {
            word.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
