/** What support is sent of a console: facts and figures, never anything of a person. */
@NullMarked
package org.eventops.launcher.support;

import org.jspecify.annotations.NullMarked;
