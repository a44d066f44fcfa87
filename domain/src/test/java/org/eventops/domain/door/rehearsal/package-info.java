@NullMarked
package org.eventops.domain.door.rehearsal;

import org.jspecify.annotations.NullMarked;
