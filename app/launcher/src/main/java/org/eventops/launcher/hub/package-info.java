/** A hub on this very machine, for trying sync. */
@NullMarked
package org.eventops.launcher.hub;

import org.jspecify.annotations.NullMarked;
