/** A dry run goes all the way and is then taken back. */
@NullMarked
package org.eventops.adapters.files.trial;

import org.jspecify.annotations.NullMarked;
