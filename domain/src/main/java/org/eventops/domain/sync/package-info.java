/** What a person sees of sync, and what they do about it. */
@NullMarked
package org.eventops.domain.sync;

import org.jspecify.annotations.NullMarked;
