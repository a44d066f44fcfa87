/** Badges: drawing their layout, printing them, and who has one. */
@NullMarked
package org.eventops.console.feature.badge;

import org.jspecify.annotations.NullMarked;
