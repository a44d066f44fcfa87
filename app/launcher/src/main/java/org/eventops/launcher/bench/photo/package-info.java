/** Made-up photographs of tickets, as hard as those at a door. */
@NullMarked
package org.eventops.launcher.bench.photo;

import org.jspecify.annotations.NullMarked;
