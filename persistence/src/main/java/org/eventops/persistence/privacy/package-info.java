/** What the store keeps of people, and taking it away, in SQL over all events. */
@NullMarked
package org.eventops.persistence.privacy;

import org.jspecify.annotations.NullMarked;
