@NullMarked
package org.eventops.persistence.sponsor;

import org.jspecify.annotations.NullMarked;
