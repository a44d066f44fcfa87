/** The one thread on which the exchange with the hub goes on. */
@NullMarked
package org.eventops.sync.run;

import org.jspecify.annotations.NullMarked;
