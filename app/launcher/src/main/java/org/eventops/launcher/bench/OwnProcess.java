package org.eventops.launcher.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Starts this very program again, with the same Java, flags and jars. */
public final class OwnProcess {
    /** By its name: the benches are below the program's beginning, and know nothing of it. */
    private static final String PROGRAM = "org.eventops.launcher.Main";

    private OwnProcess() {}

    /** The process, with its standard streams open; its errors go where ours go. */
    public static Process start(List<String> flags, List<String> arguments) {
        return start(List.of(), PROGRAM, flags, arguments);
    }

    /** The same, by another command that ends by starting what it is given. */
    public static Process start(List<String> by, List<String> flags, List<String> arguments) {
        return start(by, PROGRAM, flags, arguments);
    }

    /** The same from a part of the program that has a beginning of its own. */
    public static Process start(Class<?> main, List<String> flags, List<String> arguments) {
        return start(List.of(), main.getName(), flags, arguments);
    }

    private static Process start(
            List<String> by, String main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>(by);
        command.add(System.getProperty("java.home") + File.separator + "bin/java");
        command.addAll(ownFlags());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not the agents of a build: they would be measured, too. */
    private static List<String> ownFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-javaagent") && !flag.startsWith("-agentlib"))
                .filter(flag -> !flag.startsWith("-XX:AOTCacheOutput"))
                .toList();
    }
}
