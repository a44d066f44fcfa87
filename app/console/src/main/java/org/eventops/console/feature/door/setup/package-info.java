/** How this console's door is set up: its people, its lock, its sounds. */
@NullMarked
package org.eventops.console.feature.door.setup;

import org.jspecify.annotations.NullMarked;
