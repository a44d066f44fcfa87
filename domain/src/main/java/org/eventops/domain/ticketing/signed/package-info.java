/** Tickets that prove themselves: what their codes say, and who signed it. */
@NullMarked
package org.eventops.domain.ticketing.signed;

import org.jspecify.annotations.NullMarked;
