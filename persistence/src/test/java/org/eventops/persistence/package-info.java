@NullMarked
package org.eventops.persistence;

import org.jspecify.annotations.NullMarked;
