/** Cameras, streams, videos and pictures, and the codes in them. */
@NullMarked
package org.eventops.adapters.camera;

import org.jspecify.annotations.NullMarked;
