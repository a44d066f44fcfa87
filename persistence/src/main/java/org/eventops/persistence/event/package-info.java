@NullMarked
package org.eventops.persistence.event;

import org.jspecify.annotations.NullMarked;
