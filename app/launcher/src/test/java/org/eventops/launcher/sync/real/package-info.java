/** The histories of the simulation with a real hub in PostgreSQL and real stores in H2. */
@NullMarked
package org.eventops.launcher.sync.real;

import org.jspecify.annotations.NullMarked;
