package org.eventops.console.ui;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Whether a node is there: what is not seen takes no room either. */
public final class Presence {
    private Presence() {}

    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** There for as long as this holds. */
    public static <N extends Node> N whenever(ObservableBooleanValue holds, N node) {
        node.visibleProperty().bind(holds);
        node.managedProperty().bind(holds);
        return node;
    }

    /** There or not for good. */
    public static <N extends Node> N only(boolean there, N node) {
        set(node, there);
        return node;
    }
}
