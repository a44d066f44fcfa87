package org.eventops.console.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * What bounds the window: with the kiosk on there is only the screen that is shown, without a way
 * to another or out; a curtain covers everything and takes every key and touch.
 */
public final class Kiosk {
    private final BooleanProperty on = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<Node>> curtain =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Node>> shut =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Node>> lock =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<Optional<Node>> drawn =
            Bindings.createObjectBinding(
                    () -> shut.get().or(lock::get).or(curtain::get), shut, lock, curtain);
    private final StringProperty person = new SimpleStringProperty("");
    private final IdleWatch idle = new IdleWatch();
    private Runnable wayOut = () -> {};

    public BooleanProperty onProperty() {
        return on;
    }

    /** Covers even the curtain: this console was taken out of its organisation. */
    public ObjectProperty<Optional<Node>> shutProperty() {
        return shut;
    }

    /** Covers the curtain too: a password is asked for. */
    ObjectProperty<Optional<Node>> lockProperty() {
        return lock;
    }

    /** What is drawn over the whole window now. */
    public ObservableValue<Optional<Node>> drawnProperty() {
        return drawn;
    }

    /** What a locked door draws over the whole window. */
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
        if (!isFree()) {
            wayOut.run();
        }
        return isFree();
    }

    /** What asks for a password may as well be closed: nothing is open afterwards. */
    private boolean isFree() {
        return shut.get().isPresent() || (!on.get() && curtain.get().isEmpty());
    }

    /** Whether people may do nothing here but what is shown. */
    public boolean isBound() {
        return on.get() || drawn.get().isPresent();
    }
}
