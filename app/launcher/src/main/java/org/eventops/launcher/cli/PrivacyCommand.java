package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** What is kept of people; the commands below give it out, take it away and say for how long. */
@Command(name = "privacy")
final class PrivacyCommand {}
