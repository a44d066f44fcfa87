@NullMarked
package org.eventops.domain.door.scanner;

import org.jspecify.annotations.NullMarked;
