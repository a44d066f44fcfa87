package org.eventops.launcher.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eventops.launcher.bench.OwnProcess;

/** A {@link BenchDoor}, seen from outside: what it is told, and its answers in the same order. */
final class DoorProcess implements AutoCloseable {
    /** Begins to exchange. */
    static final String PLUG = "plug";

    /** Ends the exchange. */
    static final String UNPLUG = "unplug";

    /** Until all is there that a door needs. */
    static final String READY = "ready";

    /** Until the whole event is there. */
    static final String LOADED = "loaded";

    /** Lets in tickets: the number of the first, and how many. */
    static final String SCAN = "scan";

    /** Until nothing waits to be sent. */
    static final String HANDED = "handed";

    /** Until the event's feed has been followed up to a number. */
    static final String FETCHED = "fetched";

    /** Asks for the number of rows of the event and what they hash to. */
    static final String CONTENT = "content";

    /** Asks for what the process has spent. */
    static final String SPENT = "spent";

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    /** Waits until its store is open. */
    DoorProcess(Path folder) {
        process = OwnProcess.start(BenchDoor.class, List.of(), List.of(folder.toString()));
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
        hear();
    }

    void say(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the answer to the first line not answered yet. */
    String hear() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("a console ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ask(String line) {
        say(line);
        return hear();
    }

    Spent spent() {
        return Spent.read(ask(SPENT));
    }

    /** What all of them have spent. */
    static Spent spent(List<DoorProcess> all) {
        return all.stream().map(DoorProcess::spent).reduce(Spent::plus).orElseThrow();
    }

    /** Says it to all at once, and waits for all. */
    static List<String> askAll(List<DoorProcess> all, String line) {
        all.forEach(each -> each.say(line));
        return all.stream().map(DoorProcess::hear).toList();
    }

    /** In peace; a process that does not end is killed with this one's. */
    @Override
    public void close() {
        try {
            in.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
