/** The log: JSON lines in the data folder, never personal data. */
@NullMarked
package org.eventops.launcher.log;

import org.jspecify.annotations.NullMarked;
