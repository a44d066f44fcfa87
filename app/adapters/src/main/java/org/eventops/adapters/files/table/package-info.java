@NullMarked
package org.eventops.adapters.files.table;

import org.jspecify.annotations.NullMarked;
