/** Work beside the drawing thread, and what happens when it fails. */
@NullMarked
package org.eventops.console.platform;

import org.jspecify.annotations.NullMarked;
