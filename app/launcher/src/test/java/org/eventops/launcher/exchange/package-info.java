@NullMarked
package org.eventops.launcher.exchange;

import org.jspecify.annotations.NullMarked;
