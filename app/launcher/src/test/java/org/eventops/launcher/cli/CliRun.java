package org.eventops.launcher.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.domain.unlock.SystemKeyStore;

/** The command line as a script meets it: what it prints, what it says beside, how it ends. */
final class CliRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThisComputer computer;

    CliRun() {
        this(SystemKeyStores.here(), new ScriptedTerminal());
    }

    /**
     * @param keyStore of the computer at which it runs
     */
    CliRun(SystemKeyStore keyStore) {
        this(keyStore, new ScriptedTerminal());
    }

    /**
     * @param terminal where somebody sits, or nobody
     */
    CliRun(SystemKeyStore keyStore, Terminal terminal) {
        this.computer = new ThisComputer(keyStore, terminal);
    }

    CommandLineRun line(String... words) {
        Output output =
                new Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        return CommandLineRun.of(words, output, Clock.systemUTC(), computer);
    }

    /**
     * @param first what stands on every line of a test
     * @return the exit status
     */
    int ops(List<String> first, String... words) {
        out.reset();
        err.reset();
        String[] all = Stream.concat(first.stream(), Stream.of(words)).toArray(String[]::new);
        return line(all).execute(all).orElse(-1);
    }

    /** What the last run printed. */
    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last run said beside. */
    String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
