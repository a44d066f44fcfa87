@NullMarked
package org.eventops.persistence.journal;

import org.jspecify.annotations.NullMarked;
