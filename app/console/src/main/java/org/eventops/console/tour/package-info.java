/** Pictures of every screen, without a display. */
@NullMarked
package org.eventops.console.tour;

import org.jspecify.annotations.NullMarked;
