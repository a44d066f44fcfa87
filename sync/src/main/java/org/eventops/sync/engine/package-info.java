@NullMarked
package org.eventops.sync.engine;

import org.jspecify.annotations.NullMarked;
