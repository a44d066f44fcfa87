/** The computer itself, and the time of the network. */
@NullMarked
package org.eventops.adapters.machine;

import org.jspecify.annotations.NullMarked;
