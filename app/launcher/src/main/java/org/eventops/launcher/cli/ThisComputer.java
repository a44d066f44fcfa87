package org.eventops.launcher.cli;

import org.eventops.domain.unlock.SystemKeyStore;

/**
 * What a run of the command line finds where it is started.
 *
 * @param keyStore where this computer keeps secrets; not asked before something is opened with it
 */
record ThisComputer(SystemKeyStore keyStore, Terminal terminal) {}
