package org.eventops.domain.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;

/** Writes down for a person what is kept of them. */
public interface PersonalDocuments {
    /**
     * One JSON document in UTF-8: a summary that can be read, then every row with what its fields
     * mean. The stream stays open.
     *
     * @param retentionDays how long attendees are kept after an event; 0 or less for no limit
     */
    void write(
            PersonalData data,
            int retentionDays,
            Instant at,
            Locale language,
            OutputStream stream)
            throws IOException;
}
