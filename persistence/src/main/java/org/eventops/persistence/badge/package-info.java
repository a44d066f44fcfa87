@NullMarked
package org.eventops.persistence.badge;

import org.jspecify.annotations.NullMarked;
