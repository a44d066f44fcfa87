@NullMarked
package org.eventops.console.feature.people;

import org.jspecify.annotations.NullMarked;
