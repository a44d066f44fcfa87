@NullMarked
package org.eventops.persistence.settings;

import org.jspecify.annotations.NullMarked;
