@NullMarked
package org.eventops.sync.json;

import org.jspecify.annotations.NullMarked;
