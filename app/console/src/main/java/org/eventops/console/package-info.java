/** The window, put together from the services it is given. */
@NullMarked
package org.eventops.console;

import org.jspecify.annotations.NullMarked;
