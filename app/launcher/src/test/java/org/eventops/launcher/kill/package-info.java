/** The real program is killed while it lets people in. */
@NullMarked
package org.eventops.launcher.kill;

import org.jspecify.annotations.NullMarked;
