@NullMarked
package org.eventops.launcher.door;

import org.jspecify.annotations.NullMarked;
