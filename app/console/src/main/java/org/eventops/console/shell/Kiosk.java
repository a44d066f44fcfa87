package org.eventops.console.shell;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/**
 * What bounds the window: with the kiosk on there is only the screen that is shown, without a way
 * to another or out; a curtain covers everything and takes every key and touch.
 */
public final class Kiosk {
    private final BooleanProperty on = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<Node>> curtain =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty person = new SimpleStringProperty("");
    private final IdleWatch idle = new IdleWatch();
    private Runnable wayOut = () -> {};

    public BooleanProperty onProperty() {
        return on;
    }

    /** Drawn over the whole window while it is there. */
    public ObjectProperty<Optional<Node>> curtainProperty() {
        return curtain;
    }

    /** Who stands at this console now. */
    public StringProperty personProperty() {
        return person;
    }

    public IdleWatch idle() {
        return idle;
    }

    /**
     * @param asks what is done when somebody tries to close the window while the kiosk is on
     */
    public void setWayOut(Runnable asks) {
        wayOut = asks;
    }

    /** Whether the window may close now; if not, whoever tries is asked for a PIN. */
    public boolean mayClose() {
        if (isBound()) {
            wayOut.run();
        }
        return !isBound();
    }

    /** Whether people may do nothing here but what is shown. */
    public boolean isBound() {
        return on.get() || curtain.get().isPresent();
    }
}
