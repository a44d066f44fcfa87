@NullMarked
package org.eventops.adapters.files;

import org.jspecify.annotations.NullMarked;
