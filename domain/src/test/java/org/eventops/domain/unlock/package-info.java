@NullMarked
package org.eventops.domain.unlock;

import org.jspecify.annotations.NullMarked;
