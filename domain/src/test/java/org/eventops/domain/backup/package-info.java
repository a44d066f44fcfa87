@NullMarked
package org.eventops.domain.backup;

import org.jspecify.annotations.NullMarked;
