/** The commands of the command line: they ask services and print, and decide nothing. */
@NullMarked
package org.eventops.launcher.cli;

import org.jspecify.annotations.NullMarked;
