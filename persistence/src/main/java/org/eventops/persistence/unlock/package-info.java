/** The keyring of a store as files beside it, and what passwords and codes are made with. */
@NullMarked
package org.eventops.persistence.unlock;

import org.jspecify.annotations.NullMarked;
