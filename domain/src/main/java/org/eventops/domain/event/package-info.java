@NullMarked
package org.eventops.domain.event;

import org.jspecify.annotations.NullMarked;
