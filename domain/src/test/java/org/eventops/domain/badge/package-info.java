@NullMarked
package org.eventops.domain.badge;

import org.jspecify.annotations.NullMarked;
