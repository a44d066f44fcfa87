@NullMarked
package org.eventops.persistence.exchange;

import org.jspecify.annotations.NullMarked;
