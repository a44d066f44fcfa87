/** The house rules as tests; each message names the right way. */
@NullMarked
package org.eventops.launcher.house;

import org.jspecify.annotations.NullMarked;
