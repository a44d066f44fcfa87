package org.eventops.launcher;

import java.time.Clock;
import java.util.OptionalInt;
import org.eventops.launcher.cli.CommandLineRun;
import org.eventops.launcher.cli.Output;
import org.eventops.launcher.log.CrashReport;

/** Where the program begins: a command is run, no command opens the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> CrashReport.of(fault));
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Output output = Output.ofProcess();
        CommandLineRun run = CommandLineRun.of(arguments, output, Clock.systemUTC());
        OptionalInt status = run.execute(arguments);
        return status.isPresent() ? status.getAsInt() : run.window();
    }
}
