package org.eventops.console.feature.door;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.eventops.console.feature.door.duty.DoorDuty;
import org.eventops.console.shell.Kiosk;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.event.EventRow;

/** The console as nothing but a door, until a supervisor ends it. */
public final class KioskMode {
    private final ScreenContext context;
    private final DoorDuty duty;
    private final DoorOptions options;
    private final DoorPlace place;
    private final Kiosk kiosk;

    KioskMode(
            ScreenContext context,
            DoorDuty duty,
            DoorOptions options,
            DoorPlace place,
            Kiosk kiosk) {
        this.context = context;
        this.duty = duty;
        this.options = options;
        this.place = place;
        this.kiosk = kiosk;
    }

    /** In, or out again. */
    void toggle() {
        if (kiosk.onProperty().get()) {
            leave();
        } else {
            enter();
        }
    }

    /** Where nobody could ever end it, it is not begun, and said why. */
    public void enter() {
        duty.ifLeavable(
                leavable -> {
                    if (!leavable) {
                        context.notices().tell(context.language().get("door.kiosk.noSupervisor"));
                    } else if (place.event().isPresent()) {
                        options.keepKiosk(place.event().map(EventRow::id));
                        kiosk.onProperty().set(true);
                    }
                });
    }

    public void leave() {
        duty.leave(
                () -> {
                    options.keepKiosk(Optional.empty());
                    kiosk.onProperty().set(false);
                });
    }

    /** As it was when it was switched off; it begins locked. */
    public void resume() {
        kiosk.onProperty().set(true);
        duty.startLocked();
    }

    /** How it looks, for pictures and training: nothing is kept, and nothing is locked. */
    void show(boolean on) {
        kiosk.onProperty().set(on);
    }

    /** Work that no hand was needed for. */
    void touch() {
        kiosk.idle().touch();
    }

    public ReadOnlyBooleanProperty onProperty() {
        return kiosk.onProperty();
    }
}
