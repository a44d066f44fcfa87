@NullMarked
package org.eventops.persistence.capture;

import org.jspecify.annotations.NullMarked;
