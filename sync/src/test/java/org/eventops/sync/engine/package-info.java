/** What the engine decides by itself, looked at piece by piece; the whole is simulated in sim. */
@NullMarked
package org.eventops.sync.engine;

import org.jspecify.annotations.NullMarked;
