package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** Badges; the commands below say which. */
@Command(name = "badges")
final class BadgesCommand {}
