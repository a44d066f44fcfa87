@NullMarked
package org.eventops.domain.settings;

import org.jspecify.annotations.NullMarked;
