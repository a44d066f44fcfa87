/** Backups, in the window. */
@NullMarked
package org.eventops.launcher.backup;

import org.jspecify.annotations.NullMarked;
