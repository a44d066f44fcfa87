package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** Tickets on paper, and what signed codes say; the commands below say which. */
@Command(name = "tickets")
final class TicketsCommand {}
