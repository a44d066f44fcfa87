/** The frame around every screen: navigation, status, language, looks. */
@NullMarked
package org.eventops.console.shell;

import org.jspecify.annotations.NullMarked;
