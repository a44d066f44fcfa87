@NullMarked
package org.eventops.launcher.badge;

import org.jspecify.annotations.NullMarked;
