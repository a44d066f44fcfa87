package org.eventops.launcher.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Where the log goes once the data folder is known; before that nothing is written anywhere. */
public final class LogFile {
    static final String FOLDER = "logs";

    private static final int DAYS_KEPT = 14;
    private static final FileSize ONE_FILE = FileSize.valueOf("5MB");
    private static final FileSize ALL_FILES = FileSize.valueOf("50MB");

    private LogFile() {}

    /** Writes to {@code logs/eventops.jsonl} in the data folder, rolled daily and by size. */
    public static void in(Path dataFolder) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return;
        }
        Path folder = dataFolder.resolve(FOLDER);
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName("file");
        file.setFile(folder.resolve("eventops.jsonl").toString());
        file.setEncoder(encoder(context));
        file.setRollingPolicy(rolling(context, file, folder));
        file.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        WithoutValues discreet = new WithoutValues(context, file);
        discreet.setContext(context);
        discreet.start();
        root.addAppender(discreet);
        context.getLogger("org.eventops").setLevel(Level.INFO);
        // Says again what is thrown, with the values of the row: personal data.
        context.getLogger("org.hibernate.orm.jdbc.error").setLevel(Level.OFF);
    }

    private static JsonEncoder encoder(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        // The ids of console and event are facts of the context.
        encoder.setWithContext(true);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(true);
        encoder.setWithArguments(false);
        encoder.start();
        return encoder;
    }

    private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(
            LoggerContext context, RollingFileAppender<ILoggingEvent> file, Path folder) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(folder.resolve("eventops-%d{yyyy-MM-dd}.%i.jsonl").toString());
        policy.setMaxFileSize(ONE_FILE);
        policy.setMaxHistory(DAYS_KEPT);
        policy.setTotalSizeCap(ALL_FILES);
        policy.start();
        return policy;
    }
}
