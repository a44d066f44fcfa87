/** What a store gives to the engine that exchanges it with a hub, in the terms of docs/sync.md. */
@NullMarked
package org.eventops.domain.change.replica;

import org.jspecify.annotations.NullMarked;
