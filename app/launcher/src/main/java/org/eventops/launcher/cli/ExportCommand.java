package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** Writes documents; the commands below say which. */
@Command(name = "export")
final class ExportCommand {}
