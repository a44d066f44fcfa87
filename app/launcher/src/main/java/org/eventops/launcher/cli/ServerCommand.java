package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** The hub: one on this machine, or an operator's; the commands below say which. */
@Command(name = "server")
final class ServerCommand {}
