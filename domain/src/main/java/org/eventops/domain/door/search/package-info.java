/** Finding people at the door by any part of what is known of them. */
@NullMarked
package org.eventops.domain.door.search;

import org.jspecify.annotations.NullMarked;
