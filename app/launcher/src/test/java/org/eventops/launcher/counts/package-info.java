@NullMarked
package org.eventops.launcher.counts;

import org.jspecify.annotations.NullMarked;
