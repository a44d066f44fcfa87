/** How many have come, where and how fast: figures reckoned from the scans of an event. */
@NullMarked
package org.eventops.domain.door.count;

import org.jspecify.annotations.NullMarked;
