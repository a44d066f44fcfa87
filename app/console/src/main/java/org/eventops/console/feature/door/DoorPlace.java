package org.eventops.console.feature.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.DoorServices;
import org.eventops.console.services.StoreServices;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.console.shell.Permits;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.access.Permission;
import org.eventops.domain.door.DoorSetup;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.Product;

/** Where this door stands: the event's list and gate, remembered for each event. */
public final class DoorPlace {
    private static final String PREFIX = "place.door.";
    private static final String DEVICE = "device.name";

    private final StoreServices store;
    private final DoorServices doors;
    private final TaskRunner tasks;
    private final CurrentEvent current;
    private final Permits permits;
    private final ObservableList<String> lists = FXCollections.observableArrayList();
    private final ObservableList<Gate> gates = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> list =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Gate>> gate =
            new SimpleObjectProperty<>(Optional.empty());

    public DoorPlace(ScreenContext context, StoreServices store, DoorServices doors) {
        this.store = store;
        this.doors = doors;
        this.tasks = context.tasks();
        this.current = context.current();
        this.permits = context.permits();
        current.property().addListener((property, before, now) -> changed(before, now));
    }

    private volatile String device = "";
    private Map<String, Product> products = Map.of();

    private record Found(
            List<ListRow> lists,
            List<Gate> gates,
            Map<String, String> kept,
            String device,
            Map<String, Product> products) {}

    private void changed(Optional<EventRow> before, Optional<EventRow> now) {
        if (!before.map(EventRow::id).equals(now.map(EventRow::id))) {
            load();
        }
    }

    /** Asks the store for the lists and gates of the current event. */
    public void load() {
        current.get()
                .map(EventRow::id)
                .filter(event -> permits.may(Permission.CHECK_IN, event))
                .ifPresent(this::load);
    }

    private void load(EventId event) {
        tasks.read(() -> store.transactions().read(() -> found(event)))
                .onSuccess(found -> show(event, found))
                .start();
    }

    private Found found(EventId event) {
        List<ListRow> all = doors.queries().lists(event);
        Map<String, Product> sold =
                all.stream()
                        .findFirst()
                        .flatMap(row -> doors.doors().setup(event, row.list().name()))
                        .map(DoorSetup::products)
                        .orElse(Map.of());
        return new Found(
                all,
                doors.queries().gates(event),
                store.settings().under(PREFIX + event.value()),
                store.settings().get(DEVICE).orElse(""),
                sold);
    }

    private void show(EventId event, Found found) {
        lists.setAll(found.lists().stream().map(row -> row.list().name()).toList());
        gates.setAll(found.gates());
        device = found.device();
        products = found.products();
        Optional<String> keptList = Optional.ofNullable(found.kept().get(key(event, "list")));
        list.set(keptList.filter(lists::contains).or(() -> lists.stream().findFirst()));
        Optional<String> keptGate = Optional.ofNullable(found.kept().get(key(event, "gate")));
        gate.set(
                keptGate.flatMap(
                        key -> gates.stream().filter(g -> g.key().equals(key)).findFirst()));
    }

    public void chooseList(String name) {
        if (!list.get().equals(Optional.of(name))) {
            list.set(Optional.of(name));
            keep("list", name);
        }
    }

    public void chooseGate(Optional<Gate> chosen) {
        gate.set(chosen);
        keep("gate", chosen.map(Gate::key).orElse(""));
    }

    private void keep(String what, String value) {
        current.get()
                .ifPresent(
                        event ->
                                tasks.write(
                                                () ->
                                                        store.transactions()
                                                                .write(
                                                                        () ->
                                                                                put(
                                                                                        key(
                                                                                                event
                                                                                                        .id(),
                                                                                                what),
                                                                                        value)))
                                        .start());
    }

    private String put(String key, String value) {
        store.settings().put(key, value);
        return value;
    }

    private static String key(EventId event, String what) {
        return PREFIX + event.value() + "." + what;
    }

    /** The key itself while the name is not known. */
    String productName(String key) {
        return Optional.ofNullable(products.get(key)).map(Product::name).orElse(key);
    }

    /** The console's name, as it was when the door was opened. */
    String device() {
        return device;
    }

    public Optional<EventRow> event() {
        return current.get();
    }

    public ObservableList<String> lists() {
        return lists;
    }

    public ObservableList<Gate> gates() {
        return gates;
    }

    public ObjectProperty<Optional<String>> listProperty() {
        return list;
    }

    public ObjectProperty<Optional<Gate>> gateProperty() {
        return gate;
    }
}
