@NullMarked
package org.eventops.domain.door.camera;

import org.jspecify.annotations.NullMarked;
