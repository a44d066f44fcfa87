@NullMarked
package org.eventops.console.feature.sync;

import org.jspecify.annotations.NullMarked;
