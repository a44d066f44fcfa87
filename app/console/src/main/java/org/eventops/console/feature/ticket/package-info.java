/** Tickets go out as files; their keys; what a signed code says. */
@NullMarked
package org.eventops.console.feature.ticket;

import org.jspecify.annotations.NullMarked;
