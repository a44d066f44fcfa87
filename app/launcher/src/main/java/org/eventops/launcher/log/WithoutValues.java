package org.eventops.launcher.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.Serial;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hands events on without what foreign exceptions say: a database tells the row that it refused, a
 * parser the line that it could not read. What they are and where they came from stays.
 */
final class WithoutValues extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final String OWN = "org.eventops.";
    private static final int DEEPEST = 12;

    private final LoggerContext loggers;
    private final Appender<ILoggingEvent> next;

    WithoutValues(LoggerContext loggers, Appender<ILoggingEvent> next) {
        this.loggers = loggers;
        this.next = next;
    }

    @Override
    protected void append(ILoggingEvent event) {
        next.doAppend(
                event.getThrowableProxy() instanceof ThrowableProxy thrown
                        ? of(event, thrown.getThrowable())
                        : event);
    }

    @Override
    public void stop() {
        next.stop();
        super.stop();
    }

    private LoggingEvent of(ILoggingEvent event, Throwable thrown) {
        LoggingEvent copy =
                new LoggingEvent(
                        WithoutValues.class.getName(),
                        loggers.getLogger(event.getLoggerName()),
                        event.getLevel(),
                        event.getMessage(),
                        plain(thrown),
                        event.getArgumentArray());
        copy.setThreadName(event.getThreadName());
        copy.setInstant(event.getInstant());
        copy.setKeyValuePairs(event.getKeyValuePairs());
        return copy;
    }

    /** The same chain of causes, each by its name. */
    private static Plain plain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown;
                each != null && chain.size() < DEEPEST;
                each = each.getCause()) {
            chain.add(each);
        }
        Plain made = null;
        for (Throwable each : chain.reversed()) {
            made = new Plain(words(each), made, each.getStackTrace());
        }
        return Objects.requireNonNull(made);
    }

    private static String words(Throwable each) {
        String name = each.getClass().getName();
        if (each instanceof SQLException sql) {
            return name + " " + sql.getErrorCode() + " " + sql.getSQLState();
        }
        return name.startsWith(OWN) ? name + ": " + each.getMessage() : name;
    }

    /** Stands for another exception. */
    private static final class Plain extends Exception {
        @Serial private static final long serialVersionUID = 1;

        Plain(String words, @Nullable Plain cause, StackTraceElement[] trace) {
            super(words, cause);
            setStackTrace(trace);
        }
    }
}
