package org.eventops.domain.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;

/** Writes down for a person what is kept of them. */
public interface PersonalDocuments {
    /**
     * @param retentionDays how long attendees are kept after an event; 0 for no limit
     * @param at when it was asked
     * @param oneLine for programs that read line by line
     */
    record Form(int retentionDays, Instant at, Locale language, boolean oneLine) {}

    /**
     * One JSON document in UTF-8: a summary that can be read, then every row with what its fields
     * mean. The stream stays open.
     */
    void write(PersonalData data, Form form, OutputStream stream) throws IOException;
}
