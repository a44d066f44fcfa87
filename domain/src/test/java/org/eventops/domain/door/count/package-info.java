@NullMarked
package org.eventops.domain.door.count;

import org.jspecify.annotations.NullMarked;
