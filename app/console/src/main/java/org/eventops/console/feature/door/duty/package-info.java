/** Who stands at the door, who supervises it, and the lock. */
@NullMarked
package org.eventops.console.feature.door.duty;

import org.jspecify.annotations.NullMarked;
