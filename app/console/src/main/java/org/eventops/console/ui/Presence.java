package org.eventops.console.ui;

import javafx.scene.Node;

/** Whether a node is there: what is not seen takes no room either. */
public final class Presence {
    private Presence() {}

    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
