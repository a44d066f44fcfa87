@NullMarked
package org.eventops.sync.hub;

import org.jspecify.annotations.NullMarked;
