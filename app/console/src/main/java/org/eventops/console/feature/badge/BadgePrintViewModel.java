package org.eventops.console.feature.badge;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Running;
import org.eventops.console.services.BadgeServices;
import org.eventops.console.services.StoreServices;
import org.eventops.console.shell.BadgePress;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgeOwner;
import org.eventops.domain.badge.BadgeService;
import org.eventops.domain.badge.PrintFailure;
import org.eventops.domain.badge.PrintedBadge;
import org.eventops.domain.badge.Printers;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketId;

/** Where badges come out, whose are printed, and what became of each. */
public final class BadgePrintViewModel {
    private static final String DEVICE_SETTING = "device.name";
    private static final int LISTED = 200;
    private static final int HITS = 8;

    private final ScreenContext context;
    private final BadgeServices badges;
    private final StoreServices store;
    private final AttendeeSearch search;
    private final BadgePress press;
    private final ReadOnlyObjectWrapper<BadgeOutput> output =
            new ReadOnlyObjectWrapper<>(new BadgeOutput.None());
    private final ReadOnlyBooleanWrapper onAdmission = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<String> printers = FXCollections.observableArrayList();
    private final ObservableList<PrintedBadge> printed = FXCollections.observableArrayList();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<AttendeeRow> hits = FXCollections.observableArrayList();
    private String device = "";
    private Running searching = Running.NOTHING;

    public BadgePrintViewModel(
            ScreenContext context,
            BadgeServices badges,
            StoreServices store,
            AttendeeSearch search,
            BadgePress press) {
        this.context = context;
        this.badges = badges;
        this.store = store;
        this.search = search;
        this.press = press;
        typed.addListener((property, before, now) -> find(now));
    }

    private record Found(
            BadgeOutput output, boolean onAdmission, List<PrintedBadge> printed, String device) {}

    /** Asks the store how things stand for the current event. */
    void load() {
        event().ifPresent(
                        asked ->
                                context.tasks()
                                        .read(() -> found(asked))
                                        .onSuccess(found -> show(asked, found))
                                        .start());
    }

    /** Asks the system for its printers, which may take it seconds. */
    void lookForPrinters() {
        context.tasks()
                .device(progress -> badges.printers().names())
                .onSuccess(printers::setAll)
                .start();
    }

    private Found found(EventId asked) {
        return new Found(
                badges.place().output(),
                badges.place().onAdmission(asked),
                badges.badges().latest(asked, LISTED),
                store.transactions().read(() -> store.settings().get(DEVICE_SETTING)).orElse(""));
    }

    private void show(EventId asked, Found found) {
        if (event().equals(Optional.of(asked))) {
            output.set(found.output());
            onAdmission.set(found.onAdmission());
            printed.setAll(found.printed());
            device = found.device();
        }
    }

    private void find(String text) {
        searching.cancel();
        Optional<EventId> event = event();
        if (event.isEmpty() || text.isBlank()) {
            hits.clear();
            return;
        }
        searching =
                context.tasks()
                        .read(() -> search.find(event.get(), text, HITS))
                        .onSuccess(hits::setAll)
                        .start();
    }

    void choose(BadgeOutput chosen) {
        if (!chosen.equals(output.get())) {
            output.set(chosen);
            context.tasks()
                    .write(
                            () -> {
                                badges.place().choose(chosen);
                                return chosen;
                            })
                    .start();
        }
    }

    void printOnAdmission(boolean on) {
        onAdmission.set(on);
        event().ifPresent(
                        each ->
                                context.tasks()
                                        .write(
                                                () -> {
                                                    badges.place().printOnAdmission(each, on);
                                                    return on;
                                                })
                                        .start());
    }

    /** A badge of nobody, which is not kept; shows whether the printer and the paper fit. */
    void testPage(BadgeLayout layout) {
        context.current().get().ifPresent(row -> testPage(layout, row));
    }

    private void testPage(BadgeLayout layout, EventRow row) {
        BadgeFace face = SampleFace.of(context.language().texts(), row);
        Printers.Sheet sheet = new Printers.Sheet(layout, face, context.language().locale());
        BadgeOutput where = output.get();
        context.tasks()
                .device(
                        progress -> {
                            badges.printers().print(where, sheet, face.order());
                            return where;
                        })
                .onSuccess(
                        done -> context.notices().tell(context.language().get("badge.test.done")))
                .onError(PrintFailure.class, this::refused)
                .start();
    }

    private void refused(PrintFailure failure) {
        context.notices()
                .tell(
                        context.language()
                                .get(
                                        "badge.problem." + failure.problem().kind().name(),
                                        failure.problem().detail()));
    }

    /** Prints the badge of a person who was searched for, unless there is one. */
    void print(AttendeeRow row) {
        typed.set("");
        badge(row.id(), row.name() == null ? row.code() : row.name()).ifPresent(press::print);
    }

    /** One more of a badge that was printed, failed or may be lost. */
    void again(PrintedBadge before) {
        BadgeFace face = before.face();
        badge(before.print().ticket(), face == null ? "" : face.name()).ifPresent(press::again);
    }

    /**
     * One badge of each state, of the first people of the event; nothing comes out of a printer.
     */
    void showCase() {
        event().ifPresent(
                        each ->
                                context.tasks()
                                        .write(() -> shown(each))
                                        .onSuccess(shown -> load())
                                        .start());
    }

    private List<BadgeDesk.Outcome> shown(EventId event) {
        BadgeService.Asker asker = new BadgeService.Asker(device, null);
        BadgeDesk.Order order =
                new BadgeDesk.Order(event, false, context.language().locale(), asker);
        List<TicketId> first =
                badges.badges().owners(event, 4).stream().map(BadgeOwner::ticket).toList();
        List<BadgeDesk.Outcome> outcomes = new ArrayList<>();
        if (first.size() == 4) {
            badges.badges().request(event, first.get(0), false, asker);
            outcomes.add(badges.desk().print(order, first.get(1), new BadgeOutput.None()));
            outcomes.addAll(
                    badges.desk().document(order, first.subList(2, 4), ByteArrayOutputStream::new));
        }
        return outcomes;
    }

    private Optional<BadgePress.Badge> badge(TicketId ticket, String name) {
        return event().map(each -> new BadgePress.Badge(each, ticket, name, device));
    }

    private Optional<EventId> event() {
        return context.current().get().map(EventRow::id);
    }

    ReadOnlyObjectProperty<BadgeOutput> outputProperty() {
        return output.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty onAdmissionProperty() {
        return onAdmission.getReadOnlyProperty();
    }

    /** By name; empty until the system has been asked, and where it has none. */
    ObservableList<String> printers() {
        return printers;
    }

    /** The newest printing of each badge, newest first. */
    ObservableList<PrintedBadge> printed() {
        return printed;
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<AttendeeRow> hits() {
        return hits;
    }

    BadgePress press() {
        return press;
    }
}
