@NullMarked
package org.eventops.persistence.privacy;

import org.jspecify.annotations.NullMarked;
