package org.eventops.console.shell;

/** Goes from one screen to another. */
@FunctionalInterface
public interface Navigation {
    /**
     * @param titleKey the screen's
     */
    void open(String titleKey);
}
