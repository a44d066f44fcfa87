package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** What can be done to one event; the commands below do it. */
@Command(name = "event")
final class EventCommand {}
