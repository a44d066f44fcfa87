package org.eventops.console.shell;

/** Goes from one screen to another. */
public interface Navigation {
    /**
     * Goes nowhere if whoever works here has no such screen.
     *
     * @param titleKey the screen's
     */
    void open(String titleKey);

    /** Whether whoever works here has this screen: no button leads where nothing happens. */
    boolean leadsTo(String titleKey);
}
