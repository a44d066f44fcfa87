/** Tickets go out: as files, signed or as they are; and what a signed code says comes back. */
@NullMarked
package org.eventops.domain.ticketing.issue;

import org.jspecify.annotations.NullMarked;
