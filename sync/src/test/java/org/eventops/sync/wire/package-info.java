@NullMarked
package org.eventops.sync.wire;

import org.jspecify.annotations.NullMarked;
