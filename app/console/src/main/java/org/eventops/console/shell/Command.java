package org.eventops.console.shell;

import org.kordamp.ikonli.Ikon;

/**
 * Something the palette can do.
 *
 * @param name as it is shown and searched
 */
record Command(String name, Ikon icon, Runnable action) {}
