@NullMarked
package org.eventops.resources;

import org.jspecify.annotations.NullMarked;
