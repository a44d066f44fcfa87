package org.eventops.launcher.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself with the options that every command takes, before or after its name. */
@Command(name = "eventops")
final class EventOpsCommand implements GlobalOptions {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    /** Read before anything else, see {@link Language}; here so that it is known and explained. */
    @Option(names = "--lang", paramLabel = "es|en", scope = ScopeType.INHERIT)
    private @Nullable String language;

    @Option(names = "--offline", scope = ScopeType.INHERIT)
    private boolean offline;

    @Option(names = "--unlock-file", paramLabel = "F", scope = ScopeType.INHERIT)
    private @Nullable Path unlockFile;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Override
    public @Nullable Path data() {
        return data;
    }

    @Override
    public boolean json() {
        return json;
    }

    @Override
    public @Nullable String language() {
        return language;
    }

    @Override
    public boolean offline() {
        return offline;
    }

    @Override
    public @Nullable Path unlockFile() {
        return unlockFile;
    }
}
