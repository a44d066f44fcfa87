@NullMarked
package org.eventops.domain.failure;

import org.jspecify.annotations.NullMarked;
