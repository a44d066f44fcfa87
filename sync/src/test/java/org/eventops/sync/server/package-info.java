@NullMarked
package org.eventops.sync.server;

import org.jspecify.annotations.NullMarked;
