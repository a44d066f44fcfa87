/** An executable specification of docs/sync.md, and histories in which everything goes wrong. */
@NullMarked
package org.eventops.sync.sim;

import org.jspecify.annotations.NullMarked;
