/** How this console is: what was looked at, what was measured, and what somebody should do now. */
@NullMarked
package org.eventops.domain.health;

import org.jspecify.annotations.NullMarked;
