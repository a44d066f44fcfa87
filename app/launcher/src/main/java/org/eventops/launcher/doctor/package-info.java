/** Is this console ready for the door? */
@NullMarked
package org.eventops.launcher.doctor;

import org.jspecify.annotations.NullMarked;
