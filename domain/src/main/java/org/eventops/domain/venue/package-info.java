@NullMarked
package org.eventops.domain.venue;

import org.jspecify.annotations.NullMarked;
