package org.eventops.launcher.cli;

import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose data a command is about. */
final class PrivacyPerson {
    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "privacy.person")
    private String person = "";

    @Option(names = "--event", paramLabel = "SLUG", descriptionKey = "privacy.event")
    private @Nullable String event;

    /** As it was typed. */
    String typed() {
        return person;
    }

    PersonQuery query(PrivacyLines lines, OpenConsole console) {
        return lines.query(console, person, event);
    }

    PersonalData data(PrivacyLines lines, OpenConsole console) {
        return lines.found(console, person, event);
    }
}
