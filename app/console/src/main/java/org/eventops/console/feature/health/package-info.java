/** How this console is, and what somebody should do. */
@NullMarked
package org.eventops.console.feature.health;

import org.jspecify.annotations.NullMarked;
