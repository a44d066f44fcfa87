package org.eventops.launcher.log;

import ch.qos.logback.classic.LoggerContext;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** What every line of the log says besides, by ids that name nobody. */
public final class LogFacts {
    private LogFacts() {}

    /** Which console this is to its hub. */
    public static void device(UUID id) {
        say("device", id);
    }

    /** The event that is worked on now. */
    public static void event(UUID id) {
        say("event", id);
    }

    private static void say(String name, UUID id) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.putProperty(name, id.toString());
        }
    }
}
