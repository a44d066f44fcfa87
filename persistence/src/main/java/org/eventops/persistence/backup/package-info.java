/** What a backup is as a file: its beginning in the clear, its parts under the store's key. */
@NullMarked
package org.eventops.persistence.backup;

import org.jspecify.annotations.NullMarked;
