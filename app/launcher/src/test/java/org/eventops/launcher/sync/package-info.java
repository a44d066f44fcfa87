@NullMarked
package org.eventops.launcher.sync;

import org.jspecify.annotations.NullMarked;
