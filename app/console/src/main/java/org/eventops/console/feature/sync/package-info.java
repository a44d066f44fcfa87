/** The exchange with the hub as people see it, enrolment, and what they decide. */
@NullMarked
package org.eventops.console.feature.sync;

import org.jspecify.annotations.NullMarked;
