@NullMarked
package org.eventops.domain.ticketing.signed;

import org.jspecify.annotations.NullMarked;
