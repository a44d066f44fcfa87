@NullMarked
package org.eventops.adapters.printing;

import org.jspecify.annotations.NullMarked;
