package org.eventops.domain.readiness;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgePlace;
import org.eventops.domain.badge.Printers;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.ComputerService;
import org.eventops.domain.people.PasswordService;
import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.PinService;
import org.eventops.domain.settings.Settings;

/** What stands around this console: people, camera, printer. */
public final class PlaceLooks {
    private static final String CAMERA = "place.camera";

    private final Transactions transactions;
    private final Settings settings;
    private final Staff staff;
    private final Cameras cameras;
    private final Badges badges;
    private final Keeping keeping;

    /** Who works here, and how they are known. */
    public record Staff(
            PeopleService people,
            PinService pins,
            PasswordService passwords,
            ComputerService computer) {}

    /** What keeps what happens here from being lost, or unknown elsewhere. */
    public record Keeping(SyncLook sync, BackupLook backup) {}

    /** Where badges come out. */
    public record Badges(BadgePlace place, Printers printers) {}

    public PlaceLooks(
            Transactions transactions,
            Settings settings,
            Staff staff,
            Cameras cameras,
            Badges badges,
            Keeping keeping) {
        this.transactions = transactions;
        this.settings = settings;
        this.staff = staff;
        this.cameras = cameras;
        this.badges = badges;
        this.keeping = keeping;
    }

    /**
     * @param event whose badges may be printed when people are let in
     */
    public List<Look> of(Optional<EventId> event) {
        return List.of(
                Look.slow(Topic.CAMERA, this::camera),
                Look.slow(Topic.PRINTER, () -> event.map(this::printer).orElseGet(this::noBadges)),
                Look.quick(Topic.STAFF, () -> staff(event)),
                Look.quick(Topic.SYNC, keeping.sync()::find),
                Look.quick(Topic.PROTECTION, this::protection),
                Look.slow(Topic.COMPUTER, this::computer),
                Look.quick(Topic.BACKUP, keeping.backup()::find));
    }

    private Finding protection() {
        int owners = staff.passwords().owners().size();
        return owners == 0
                ? Finding.advice(Topic.PROTECTION, "none")
                : Finding.good(Topic.PROTECTION, "passwords", owners);
    }

    /** Whether it opens for somebody without a password, as somebody has said, and could now. */
    private Finding computer() {
        Optional<String> person = staff.computer().person();
        if (person.isEmpty()) {
            return Finding.good(Topic.COMPUTER, "none");
        }
        String name = person.get();
        return staff.computer()
                .problem()
                .map(why -> Finding.advice(Topic.COMPUTER, why.name(), name))
                .orElseGet(() -> Finding.good(Topic.COMPUTER, opens(), name));
    }

    private String opens() {
        return staff.computer().opensWindow() ? "window" : "commands";
    }

    private Finding staff(Optional<EventId> event) {
        Set<String> owners = staff.pins().owners();
        long supervisors =
                staff.people().around(event).stream()
                        .filter(each -> each.role().supervisesDoors())
                        .filter(each -> owners.contains(each.name()))
                        .count();
        return supervisors == 0
                ? Finding.advice(Topic.STAFF, "open")
                : Finding.good(Topic.STAFF, "pins", supervisors);
    }

    /** The camera that was used here last. */
    private Finding camera() {
        Optional<String> kept =
                transactions.read(() -> settings.get(CAMERA)).filter(each -> !each.isBlank());
        return kept.map(this::camera).orElseGet(() -> Finding.good(Topic.CAMERA, "none"));
    }

    private Finding camera(String source) {
        try (FrameSource open = cameras.open(source)) {
            Optional<GrayFrame> frame = open.next();
            return frame.map(
                            each ->
                                    Finding.good(
                                            Topic.CAMERA,
                                            "sees",
                                            source,
                                            each.width(),
                                            each.height()))
                    .orElseGet(() -> Finding.bad(Topic.CAMERA, "dark", source));
        } catch (IOException e) {
            return Finding.bad(Topic.CAMERA, "dark", source);
        }
    }

    private Finding noBadges() {
        return Finding.good(Topic.PRINTER, "unused");
    }

    private Finding printer(EventId event) {
        if (!badges.place().onAdmission(event)) {
            return noBadges();
        }
        return output();
    }

    /** What can be looked at whatever the event, and without taking a device from the door. */
    List<Look> standing() {
        return List.of(
                Look.slow(Topic.PRINTER, this::chosenPrinter),
                Look.quick(Topic.SYNC, keeping.sync()::find),
                Look.quick(Topic.PROTECTION, this::protection),
                Look.slow(Topic.COMPUTER, this::computer),
                Look.quick(Topic.BACKUP, keeping.backup()::find));
    }

    private Finding chosenPrinter() {
        return badges.place().output() instanceof BadgeOutput.None
                ? Finding.good(Topic.PRINTER, "none")
                : output();
    }

    private Finding output() {
        return switch (badges.place().output()) {
            case BadgeOutput.None unused -> Finding.bad(Topic.PRINTER, "notChosen");
            case BadgeOutput.Folder folder -> Finding.good(Topic.PRINTER, "folder", folder.path());
            case BadgeOutput.Printer printer ->
                    badges.printers().names().contains(printer.name())
                            ? Finding.good(Topic.PRINTER, "there", printer.name())
                            : Finding.bad(Topic.PRINTER, "gone", printer.name());
        };
    }
}
