/** The events, and one event with what belongs to it. */
@NullMarked
package org.eventops.console.feature.event;

import org.jspecify.annotations.NullMarked;
