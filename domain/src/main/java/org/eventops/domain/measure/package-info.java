/** How often the program does what it does, how long that takes, and how often it fails. */
@NullMarked
package org.eventops.domain.measure;

import org.jspecify.annotations.NullMarked;
