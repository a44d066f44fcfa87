@NullMarked
package org.eventops.console.feature.unlock;

import org.jspecify.annotations.NullMarked;
