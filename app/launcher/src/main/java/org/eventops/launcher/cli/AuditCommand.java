package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** Who did what here; the commands below say it, and whether it still stands. */
@Command(name = "audit")
final class AuditCommand {}
