/** How many have come, where and how fast, while they come. */
@NullMarked
package org.eventops.console.feature.counts;

import org.jspecify.annotations.NullMarked;
