@NullMarked
package org.eventops.persistence.atrest;

import org.jspecify.annotations.NullMarked;
