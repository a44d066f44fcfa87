/** Documents for print. */
@NullMarked
package org.eventops.adapters.documents;

import org.jspecify.annotations.NullMarked;
