/** What a console remembers of itself, and its way back. */
@NullMarked
package org.eventops.console.feature.settings;

import org.jspecify.annotations.NullMarked;
