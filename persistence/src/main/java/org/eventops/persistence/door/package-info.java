@NullMarked
package org.eventops.persistence.door;

import org.jspecify.annotations.NullMarked;
