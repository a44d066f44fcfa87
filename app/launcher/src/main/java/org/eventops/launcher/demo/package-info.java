/** The demo organisation, the same every time. */
@NullMarked
package org.eventops.launcher.demo;

import org.jspecify.annotations.NullMarked;
