package org.eventops.console;

import java.time.Clock;
import java.util.Optional;
import javafx.util.Duration;
import org.eventops.console.feature.door.DoorOptions;
import org.eventops.console.feature.door.DoorSounds;
import org.eventops.console.feature.door.DoorViewModel;
import org.eventops.console.feature.door.duty.DoorDuty;
import org.eventops.console.feature.door.duty.LockCurtain;
import org.eventops.console.feature.door.setup.DoorSetupScreen;
import org.eventops.console.feature.door.setup.DoorStaff;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.BadgePress;
import org.eventops.console.shell.Kiosk;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;

/** The door with its lock and its sounds, as the screens share them. */
final class DoorParts {
    private final DoorViewModel model;
    private final DoorSounds sounds;
    private final ConsoleServices services;

    DoorParts(ScreenContext context, ConsoleServices services, Kiosk kiosk, BadgePress press) {
        this.services = services;
        this.model = new DoorViewModel(context, services, kiosk, press);
        this.sounds = new DoorSounds(context.tasks(), model.options());
        bind(kiosk, new LockCurtain(context.language(), model.duty(), clock()));
    }

    private void bind(Kiosk kiosk, LockCurtain curtain) {
        DoorDuty duty = model.duty();
        duty.lockedProperty()
                .addListener(
                        (property, before, locked) ->
                                kiosk.curtainProperty()
                                        .set(locked ? Optional.of(curtain) : Optional.empty()));
        model.options()
                .lockMinutesProperty()
                .addListener((property, before, now) -> watch(kiosk, now.intValue()));
        kiosk.idle().onIdle(duty::lock);
        watch(kiosk, model.options().lockMinutesProperty().get());
        kiosk.personProperty().bind(duty.personProperty());
        kiosk.setWayOut(
                () -> {
                    if (!duty.isLocked()) {
                        model.kiosk().leave();
                    }
                });
    }

    private static void watch(Kiosk kiosk, int minutes) {
        kiosk.idle().after(minutes == 0 ? Duration.INDEFINITE : Duration.minutes(minutes));
    }

    private Clock clock() {
        return services.facts().clock();
    }

    DoorViewModel model() {
        return model;
    }

    DoorOptions options() {
        return model.options();
    }

    DoorSounds sounds() {
        return sounds;
    }

    Screen setup(ScreenContext context) {
        return new DoorSetupScreen(
                context, new DoorStaff(context, services, model.duty()), model, sounds, clock());
    }
}
