@NullMarked
package org.eventops.persistence.ticketing;

import org.jspecify.annotations.NullMarked;
