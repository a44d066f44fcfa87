/** Pieces that screens are put together from. */
@NullMarked
package org.eventops.console.ui;

import org.jspecify.annotations.NullMarked;
