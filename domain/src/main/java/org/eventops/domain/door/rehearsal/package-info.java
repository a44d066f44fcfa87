/** The evening before the evening: how long people will wait. */
@NullMarked
package org.eventops.domain.door.rehearsal;

import org.jspecify.annotations.NullMarked;
