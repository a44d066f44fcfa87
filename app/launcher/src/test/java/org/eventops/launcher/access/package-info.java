/** Who may do what, gone through with a real store. */
@NullMarked
package org.eventops.launcher.access;

import org.jspecify.annotations.NullMarked;
