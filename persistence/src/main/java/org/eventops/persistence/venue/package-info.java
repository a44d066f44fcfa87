@NullMarked
package org.eventops.persistence.venue;

import org.jspecify.annotations.NullMarked;
