@NullMarked
package org.eventops.domain.measure;

import org.jspecify.annotations.NullMarked;
