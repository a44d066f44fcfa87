/** The local side of the exchange with a hub, over the database and the journal. */
@NullMarked
package org.eventops.persistence.replica;

import org.jspecify.annotations.NullMarked;
