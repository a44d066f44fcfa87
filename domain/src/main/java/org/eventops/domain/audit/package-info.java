/** Who did what to what, when and from where; each line chained to the one before. */
@NullMarked
package org.eventops.domain.audit;

import org.jspecify.annotations.NullMarked;
