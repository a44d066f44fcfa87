/** What kind of failure something is, what a person does about it, and when it is tried again. */
@NullMarked
package org.eventops.domain.failure;

import org.jspecify.annotations.NullMarked;
