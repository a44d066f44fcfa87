@NullMarked
package org.eventops.domain.money;

import org.jspecify.annotations.NullMarked;
