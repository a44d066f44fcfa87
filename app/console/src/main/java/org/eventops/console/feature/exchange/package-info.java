/** Bringing files in. */
@NullMarked
package org.eventops.console.feature.exchange;

import org.jspecify.annotations.NullMarked;
