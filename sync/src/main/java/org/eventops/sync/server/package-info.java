/** Who may reach a hub: roles, enrolment, revocation, and the operator's side. */
@NullMarked
package org.eventops.sync.server;

import org.jspecify.annotations.NullMarked;
