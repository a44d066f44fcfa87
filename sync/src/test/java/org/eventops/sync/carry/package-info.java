@NullMarked
package org.eventops.sync.carry;

import org.jspecify.annotations.NullMarked;
