@NullMarked
package org.eventops.console.shell;

import org.jspecify.annotations.NullMarked;
