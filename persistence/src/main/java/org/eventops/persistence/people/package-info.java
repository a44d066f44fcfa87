@NullMarked
package org.eventops.persistence.people;

import org.jspecify.annotations.NullMarked;
