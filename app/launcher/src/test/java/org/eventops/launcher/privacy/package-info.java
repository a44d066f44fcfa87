/** Personal data, in the window. */
@NullMarked
package org.eventops.launcher.privacy;

import org.jspecify.annotations.NullMarked;
