/** What the window is given to work with. */
@NullMarked
package org.eventops.console.services;

import org.jspecify.annotations.NullMarked;
