@NullMarked
package org.eventops.launcher.health;

import org.jspecify.annotations.NullMarked;
