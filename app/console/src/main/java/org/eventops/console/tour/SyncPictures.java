package org.eventops.console.tour;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.console.services.AccessServices;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.StoreServices;
import org.eventops.console.services.SyncServices;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.Conflict.Kind;
import org.eventops.domain.sync.Conflict.Side;
import org.eventops.domain.sync.ConflictCases;
import org.eventops.domain.sync.ConflictService;
import org.eventops.domain.sync.Settlements;
import org.eventops.domain.sync.SyncControl.Connection;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.domain.sync.ThisConsole;
import org.jspecify.annotations.Nullable;

/** What sync looks like on a good evening and on bad ones, for pictures and tests of windows. */
public final class SyncPictures {
    /** This console, as its administrator named it. */
    public static final String HERE = "Puerta A";

    private static final String OTHER = "Puerta B";
    private static final String OFFICE = "Oficina";
    private static final Connection CONNECTION =
            new Connection("hub.eventops.example:443", "Casa de Eventos", HERE, "door");

    private static final Connection ADMINISTRATOR =
            new Connection("hub.eventops.example:443", "Casa de Eventos", OFFICE, "admin");

    private final ConsoleServices services;
    private final PictureSync control = new PictureSync();
    private final PictureConflicts conflicts;
    private final PictureConsoles consoles;

    public SyncPictures(ConsoleServices services) {
        this.services = services;
        this.conflicts = new PictureConflicts(services.store().changes());
        this.consoles = new PictureConsoles(services.facts().clock());
    }

    /** The same services, with an exchange that can be shown in every state. */
    public ConsoleServices services() {
        return services(services.access());
    }

    /**
     * @param access how people come in
     */
    public ConsoleServices services(AccessServices access) {
        StoreServices store = services.store();
        ThisConsole here = new ThisConsole(control::connection, store.settings());
        return services.with(
                new StoreServices(store.transactions(), conflicts, store.ids(), store.settings()),
                new SyncServices(
                        control,
                        new ConflictService(
                                store.transactions(),
                                conflicts,
                                new Settlements(conflicts, store.settings(), store.ids()),
                                here,
                                services.facts().clock()),
                        new ConflictCases(store.transactions(), conflicts, conflicts, here),
                        services.sync().files(),
                        consoles,
                        services.sync().codes()),
                access);
    }

    public PictureSync control() {
        return control;
    }

    private Instant now() {
        return services.facts().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** As it was before: a console of its own. */
    public void alone() {
        conflicts.show(List.of(), List.of());
        control.show(SyncStatus.quiet(State.ALONE), Optional.empty());
    }

    /** An administrator's console among others. */
    public void administrator(Optional<EventRow> event) {
        consoles.show(OFFICE, event.map(each -> each.id().value()));
        control.show(status(State.UP_TO_DATE, 0, 2, null, 1, true), Optional.of(ADMINISTRATOR));
    }

    /** The same one without its hub. */
    public void administratorAway() {
        consoles.fall(Trouble.UNREACHABLE);
        control.show(
                status(State.UNREACHABLE, 12, 300, Trouble.UNREACHABLE, 1, true),
                Optional.of(ADMINISTRATOR));
    }

    public PictureConsoles consoles() {
        return consoles;
    }

    public void upToDate() {
        show(status(State.UP_TO_DATE, 0, 2, null, 1, true));
    }

    public void unreachable() {
        show(status(State.UNREACHABLE, 214, 31 * 60, Trouble.NOT_A_HUB, 1, true));
    }

    /** The hub does not know this console, as after a restore from an older backup. */
    public void refused() {
        show(status(State.UNREACHABLE, 3, 31 * 60, Trouble.REFUSED, 1, true));
    }

    /**
     * @param ready whether what a door needs is here
     */
    public void loading(boolean ready) {
        show(status(State.LOADING, 0, 1, null, ready ? 0.64 : 0.21, ready));
    }

    public void away() {
        show(status(State.AWAY, 12, 33 * 24 * 3600, Trouble.UNREACHABLE, 1, true));
    }

    public void locked() {
        show(status(State.LOCKED, 3, 120, Trouble.REVOKED, 1, true));
    }

    private SyncStatus status(
            State state,
            int waiting,
            int secondsAgo,
            @Nullable Trouble trouble,
            double loaded,
            boolean ready) {
        Instant last = now().minusSeconds(secondsAgo);
        return new SyncStatus(
                state,
                waiting,
                waiting == 0 ? null : last.plusSeconds(4),
                last,
                trouble,
                conflicts.open(),
                Duration.ofMillis(38),
                loaded,
                ready,
                1_482,
                3_904,
                Duration.ofMillis(240));
    }

    private void show(SyncStatus status) {
        control.show(status, Optional.of(CONNECTION));
    }

    /**
     * A ticket that entered twice, and one of each other kind.
     *
     * @param list of the event, where the entries were
     */
    public void conflicts(EventRow event, Supplier<Optional<String>> list) {
        Scene scene = new Scene(event.id().value(), now());
        conflicts.show(
                List.of(scene.duplicate(), scene.field(), scene.deleted(), scene.rejected()),
                scene.rows(event, list.get().orElse("")));
        upToDate();
    }

    /** Ids and times of what happened. */
    private record Scene(UUID event, Instant now) {
        private static final UUID LATER = new UUID(1, 1);
        private static final UUID LIST = new UUID(1, 2);
        private static final UUID TICKET = new UUID(1, 3);
        private static final UUID PRODUCT = new UUID(1, 4);
        private static final UUID GATE = new UUID(1, 5);

        Conflict duplicate() {
            return conflict(
                    10,
                    Kind.DUPLICATE_ENTRY,
                    TICKET.toString(),
                    "scan",
                    LATER,
                    null,
                    entry(LATER, "Sur", HERE, 3),
                    entry(new UUID(1, 6), "Norte", OTHER, 11));
        }

        private Side entry(UUID scan, String gate, String device, int minutesAgo) {
            Instant at = now.minus(Duration.ofMinutes(minutesAgo));
            return new Side(
                    """
                    {"scan":"%s","gate":"%s","at":"%s","device":"%s","operator":"Luz Marina"}"""
                            .formatted(scan, gate, at, device),
                    device,
                    at);
        }

        Conflict field() {
            return conflict(
                    9,
                    Kind.FIELD,
                    null,
                    "product",
                    PRODUCT,
                    "price",
                    new Side("12000000", HERE, now.minusSeconds(5400)),
                    new Side("13500000", OFFICE, now.minusSeconds(5100)));
        }

        Conflict deleted() {
            return conflict(
                    8,
                    Kind.DELETED,
                    "Norte",
                    "gate",
                    GATE,
                    null,
                    new Side(
                            """
                            {"row":{"name":"Norte","name_key":"norte"},
                             "fields":{"name":"Norte, por la 26"}}""",
                            OTHER,
                            now.minusSeconds(7200)),
                    new Side(null, OFFICE, now.minusSeconds(7300)));
        }

        Conflict rejected() {
            return conflict(
                    7,
                    Kind.REJECTED,
                    null,
                    null,
                    null,
                    null,
                    new Side(
                            """
                            [{"t":"gate","s":"%s","o":"I","k":"%s",
                              "c":{"name":[null,"Parqueadero"]}}]"""
                                    .formatted(event, GATE),
                            HERE,
                            now.minusSeconds(8000)),
                    new Side("\"ROLE\"", null, now.minusSeconds(7990)));
        }

        private Conflict conflict(
                int id,
                Kind kind,
                @Nullable String what,
                @Nullable String table,
                @Nullable UUID row,
                @Nullable String field,
                Side loser,
                Side winner) {
            return new Conflict(
                    new UUID(2, id),
                    event,
                    kind,
                    what,
                    table,
                    row,
                    field,
                    loser,
                    winner,
                    now.minusSeconds(100L - id),
                    null,
                    null,
                    null);
        }

        List<Map<String, @Nullable Object>> rows(EventRow about, String list) {
            return List.of(
                    row(event, Map.of("name", about.name(), "zone", about.zone().getId())),
                    row(LATER, Map.of("list_id", LIST)),
                    row(LIST, Map.of("name", list)),
                    row(TICKET, Map.of("name", "Valentina Ríos Cárdenas")),
                    row(
                            PRODUCT,
                            Map.of("name", "General", "currency", "COP", "price", 13_500_000L)));
        }

        private static Map<String, @Nullable Object> row(UUID id, Map<String, Object> columns) {
            Map<String, @Nullable Object> row = new HashMap<>(columns);
            row.put("id", id);
            return row;
        }
    }
}
