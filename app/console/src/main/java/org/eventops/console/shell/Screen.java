package org.eventops.console.shell;

import java.util.Map;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/** One place of the window. */
public interface Screen {
    /** Key of its name in the navigation, such as {@code app.screen.events}. */
    String titleKey();

    Ikon icon();

    /** Makes what is drawn. {@link Screens} asks once, when it is first opened, and keeps it. */
    Node node();

    /** It is shown from now on: bind, listen, ask the store. */
    void attach();

    /** It is no longer shown: cancel what is under way, stop listening. */
    void detach();

    /** States worth a picture, by name, in order; each is run on the drawing thread. */
    default Map<String, Runnable> states() {
        return Map.of();
    }
}
