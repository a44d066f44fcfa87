@NullMarked
package org.eventops.persistence.replica;

import org.jspecify.annotations.NullMarked;
