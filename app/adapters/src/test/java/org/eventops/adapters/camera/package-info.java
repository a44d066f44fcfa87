@NullMarked
package org.eventops.adapters.camera;

import org.jspecify.annotations.NullMarked;
