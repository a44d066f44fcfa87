/** The evening before the evening: how people come, how many lanes, how long they wait. */
@NullMarked
package org.eventops.console.feature.rehearsal;

import org.jspecify.annotations.NullMarked;
