package org.eventops.domain.health;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;

/** What support needs to see, in one ZIP without anything of a person. */
public interface SupportArchive {
    /**
     * Takes seconds. What cannot be had is left out, and its place says why.
     *
     * @param out is left open
     * @param language of what a person reads in it
     * @throws IOException if it cannot be written
     * @throws java.util.concurrent.CancellationException when progress says cancelled
     */
    @Needs(Permission.SET_UP_CONSOLE)
    void write(OutputStream out, Locale language, Progress progress) throws IOException;
}
