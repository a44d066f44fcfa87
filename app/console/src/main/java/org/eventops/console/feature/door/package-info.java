@NullMarked
package org.eventops.console.feature.door;

import org.jspecify.annotations.NullMarked;
