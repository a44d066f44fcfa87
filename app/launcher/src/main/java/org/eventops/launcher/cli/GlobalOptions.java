package org.eventops.launcher.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What was asked for whatever the command. */
interface GlobalOptions {
    /** The folder of the store; absent means {@code EVENTOPS_DATA} or the system's own place. */
    @Nullable Path data();

    /** Whether results are JSON objects, one on each line. */
    boolean json();

    @Nullable String language();

    /** Whether this run must not touch the network. */
    boolean offline();

    /** Person and password for a protected store. */
    @Nullable Path unlockFile();
}
