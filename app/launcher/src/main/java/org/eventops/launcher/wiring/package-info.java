/** Who builds whom: the store, the services over it, and what is built of them. */
@NullMarked
package org.eventops.launcher.wiring;

import org.jspecify.annotations.NullMarked;
