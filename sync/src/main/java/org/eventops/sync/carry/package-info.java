/** Changes that travel by file on the day without a hub. */
@NullMarked
package org.eventops.sync.carry;

import org.jspecify.annotations.NullMarked;
