package org.eventops.console.feature.sync;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where an enrolment came from, and its text. */
record EnrolmentSource(From from, String name, String text) {
    /** Every enrolment begins so, however it came. */
    static final String PREFIX = "EVENTOPS1:";

    /** By which way. */
    enum From {
        FILE,
        PICTURE,
        CAMERA,
        TEXT
    }

    /** Empty if it is none; blanks and line breaks that a mail put in are passed over. */
    static Optional<EnrolmentSource> of(From from, String name, String text) {
        String cleaned = text.replaceAll("\\s", "");
        return cleaned.startsWith(PREFIX)
                ? Optional.of(new EnrolmentSource(from, name, cleaned))
                : Optional.empty();
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
