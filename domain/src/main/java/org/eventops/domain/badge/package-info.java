/** Badges: how they look, whose they are, and that each is printed once. */
@NullMarked
package org.eventops.domain.badge;

import org.jspecify.annotations.NullMarked;
