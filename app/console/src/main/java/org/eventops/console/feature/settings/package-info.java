/** What this console remembers of itself. */
@NullMarked
package org.eventops.console.feature.settings;

import org.jspecify.annotations.NullMarked;
