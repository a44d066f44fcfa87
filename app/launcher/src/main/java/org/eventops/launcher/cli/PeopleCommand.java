package org.eventops.launcher.cli;

import picocli.CommandLine.Command;

/** Who works here; the commands below say and change it. */
@Command(name = "people")
final class PeopleCommand {}
