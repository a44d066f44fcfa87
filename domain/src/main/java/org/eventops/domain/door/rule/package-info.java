/** The rules an organizer gives a list: JsonLogic with the words of pretix check-in rules. */
@NullMarked
package org.eventops.domain.door.rule;

import org.jspecify.annotations.NullMarked;
