@NullMarked
package org.eventops.persistence.hibernate;

import org.jspecify.annotations.NullMarked;
