@NullMarked
package org.eventops.domain.door;

import org.jspecify.annotations.NullMarked;
