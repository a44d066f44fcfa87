/** Is this console ready for the door, and what is missing. */
@NullMarked
package org.eventops.console.feature.readiness;

import org.jspecify.annotations.NullMarked;
