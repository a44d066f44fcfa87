package org.eventops.launcher.cli;

import org.eventops.resources.Texts;
import picocli.CommandLine.IVersionProvider;

/** Name and version, as the jar's manifest says. */
record ProgramVersion(Texts texts) implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {texts.get("app.name") + " " + number()};
    }

    /** The version of this build; {@code development} when run from class folders. */
    static String number() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
