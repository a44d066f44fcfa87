/** What texts look like, wherever they are typed. */
@NullMarked
package org.eventops.domain.text;

import org.jspecify.annotations.NullMarked;
