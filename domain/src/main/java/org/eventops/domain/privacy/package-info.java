/** What is kept of a person, giving it out, taking it away, and for how long it is kept. */
@NullMarked
package org.eventops.domain.privacy;

import org.jspecify.annotations.NullMarked;
