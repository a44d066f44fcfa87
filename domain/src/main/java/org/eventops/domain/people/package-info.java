@NullMarked
package org.eventops.domain.people;

import org.jspecify.annotations.NullMarked;
