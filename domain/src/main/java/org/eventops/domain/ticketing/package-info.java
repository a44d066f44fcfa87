@NullMarked
package org.eventops.domain.ticketing;

import org.jspecify.annotations.NullMarked;
