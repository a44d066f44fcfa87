package org.eventops.adapters.keystore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one of the system's own programs, and waits no longer than it may take. */
final class OtherProgram {
    /** Nobody is asked for anything. */
    static final Duration ANSWER = Duration.ofSeconds(10);

    /** Whoever is logged in may have to type what opens it. */
    static final Duration PERSON = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(OtherProgram.class);

    /** As a shell says that there is no such program. */
    private static final int NO_PROGRAM = 127;

    private final Map<String, String> environment;
    private final Duration longest;

    OtherProgram(Map<String, String> environment, Duration longest) {
        this.environment = environment;
        this.longest = longest;
    }

    /**
     * Its answer has to fit into a pipe: some thousand characters.
     *
     * @param typed what it reads
     */
    Asked ask(List<String> words, String typed) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        // What it says is looked at.
        builder.environment().put("LC_ALL", "C");
        try {
            return answer(builder.start(), typed);
        } catch (IOException e) {
            LOG.info("{} could not be asked: {}", words.getFirst(), e.getMessage());
            return new Asked(OptionalInt.of(NO_PROGRAM), "", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Asked(OptionalInt.empty(), "", "");
        }
    }

    private Asked answer(Process program, String typed) throws IOException, InterruptedException {
        type(program, typed);
        if (!program.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            program.destroyForcibly();
            return new Asked(OptionalInt.empty(), "", "");
        }
        String said = text(program.getErrorStream());
        if (program.exitValue() != 0) {
            LOG.info("the key store answers {}: {}", program.exitValue(), said.strip());
        }
        return new Asked(OptionalInt.of(program.exitValue()), text(program.getInputStream()), said);
    }

    /** One that ends without reading says by its end why. */
    private static void type(Process program, String typed) {
        try (OutputStream in = program.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.info("the key store's program did not read on: {}", e.getMessage());
        }
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
