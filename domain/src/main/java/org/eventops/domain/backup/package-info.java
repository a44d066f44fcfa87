/** Copies of the whole store: what they are, when they are due, which are kept, what they bring. */
@NullMarked
package org.eventops.domain.backup;

import org.jspecify.annotations.NullMarked;
