/** The figures of the documents, measured on generated data. */
@NullMarked
package org.eventops.launcher.bench;

import org.jspecify.annotations.NullMarked;
