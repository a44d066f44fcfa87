/** How a store is opened by those who work with it: its key, and the passwords that wrap it. */
@NullMarked
package org.eventops.domain.unlock;

import org.jspecify.annotations.NullMarked;
