@NullMarked
package org.eventops.adapters.files.event;

import org.jspecify.annotations.NullMarked;
