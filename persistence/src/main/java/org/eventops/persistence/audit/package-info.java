/** The audit in H2 and in the journal. */
@NullMarked
package org.eventops.persistence.audit;

import org.jspecify.annotations.NullMarked;
