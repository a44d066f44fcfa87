@NullMarked
package org.eventops.domain.exchange;

import org.jspecify.annotations.NullMarked;
