/** Personal data in words. */
@NullMarked
package org.eventops.console.feature.privacy;

import org.jspecify.annotations.NullMarked;
