@NullMarked
package org.eventops.domain.change;

import org.jspecify.annotations.NullMarked;
