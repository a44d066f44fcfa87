@NullMarked
package org.eventops.domain.health;

import org.jspecify.annotations.NullMarked;
