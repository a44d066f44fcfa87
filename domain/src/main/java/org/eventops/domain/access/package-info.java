/** Who may do what: one definition, held by the ports of the store. */
@NullMarked
package org.eventops.domain.access;

import org.jspecify.annotations.NullMarked;
