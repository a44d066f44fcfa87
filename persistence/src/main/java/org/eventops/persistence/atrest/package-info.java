/**
 * How what a store keeps lies on the disk: nothing in it can be read or changed without its key.
 */
@NullMarked
package org.eventops.persistence.atrest;

import org.jspecify.annotations.NullMarked;
