/** Is this console ready for the door? */
@NullMarked
package org.eventops.domain.readiness;

import org.jspecify.annotations.NullMarked;
