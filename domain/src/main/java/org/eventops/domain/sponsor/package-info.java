@NullMarked
package org.eventops.domain.sponsor;

import org.jspecify.annotations.NullMarked;
