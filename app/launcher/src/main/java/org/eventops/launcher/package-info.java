/** The way in: one program, as a window or as a command. */
@NullMarked
package org.eventops.launcher;

import org.jspecify.annotations.NullMarked;
