@NullMarked
package org.eventops.domain.sync;

import org.jspecify.annotations.NullMarked;
