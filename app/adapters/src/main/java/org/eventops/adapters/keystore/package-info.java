/** Where the system keeps secrets of whoever is logged in. */
@NullMarked
package org.eventops.adapters.keystore;

import org.jspecify.annotations.NullMarked;
