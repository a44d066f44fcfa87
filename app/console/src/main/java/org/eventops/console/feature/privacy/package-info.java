/** What is kept of a person: seen, given out, taken away; and for how long it is kept. */
@NullMarked
package org.eventops.console.feature.privacy;

import org.jspecify.annotations.NullMarked;
