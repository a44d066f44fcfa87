/** People and what they did, in the window. */
@NullMarked
package org.eventops.launcher.people;

import org.jspecify.annotations.NullMarked;
