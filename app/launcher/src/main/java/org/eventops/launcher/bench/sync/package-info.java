/** How fast consoles and hub exchange, beside the bare limits of PostgreSQL and H2. */
@NullMarked
package org.eventops.launcher.bench.sync;

import org.jspecify.annotations.NullMarked;
