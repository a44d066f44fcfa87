/** The page of the audit. */
@NullMarked
package org.eventops.console.feature.audit;

import org.jspecify.annotations.NullMarked;
