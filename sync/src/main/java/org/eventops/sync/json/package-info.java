/** Rows and mutations as JSON, as docs/sync.md lays down. */
@NullMarked
package org.eventops.sync.json;

import org.jspecify.annotations.NullMarked;
