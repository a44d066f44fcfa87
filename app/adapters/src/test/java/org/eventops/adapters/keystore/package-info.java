@NullMarked
package org.eventops.adapters.keystore;

import org.jspecify.annotations.NullMarked;
