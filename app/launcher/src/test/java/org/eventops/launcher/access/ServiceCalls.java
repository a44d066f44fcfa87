package org.eventops.launcher.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.access.Permission;
import org.eventops.domain.backup.BackupPlaces;
import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgePlace;
import org.eventops.domain.badge.BadgeService;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.ListOutcome;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.ListService;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.rehearsal.EarlierArrivals;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.DetailsOutcome;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventService;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictCases;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.ConflictService;
import org.eventops.domain.sync.Take;
import org.eventops.domain.ticketing.EditOutcome;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketChange;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.TicketPapers;
import org.eventops.domain.ticketing.TicketingService;
import org.eventops.domain.ticketing.issue.IssueOrder;
import org.eventops.domain.ticketing.issue.TicketIssuing;
import org.eventops.domain.ticketing.issue.TicketVerifying;
import org.eventops.domain.ticketing.signed.SignOutcome;
import org.eventops.domain.ticketing.signed.TicketSigning;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.persistence.Store;

/** Every method of every service, called with something that is really there. */
final class ServiceCalls {
    private static final String NAME = "Ana";
    private static final ConflictRepository.Query OPEN =
            new ConflictRepository.Query(false, Set.of(), null, 10);

    /**
     * One call; the permission is empty where anybody may.
     *
     * @param parts whether it is made of several transactions, so that it cannot be in another
     */
    record Line(Optional<Permission> takes, boolean parts, Runnable call) {}

    private final OpenConsole console;
    private final Store store;
    private final Path folder;
    private final EventId event;
    private final Event details;
    private final TicketId ticket;
    private final Ticket before;
    private final Order order;
    private final Product product;
    private final ListRow list;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    ServiceCalls(OpenConsole console, Path folder) {
        this.console = console;
        this.folder = folder;
        this.store = console.store();
        this.event = read(() -> store.events().id(BigEvent.SLUG).orElseThrow());
        this.details = read(() -> store.events().find(event).orElseThrow());
        this.list = read(() -> store.doorQueries().lists(event).getFirst());
        this.product = read(() -> store.ticketing().products(event).getFirst().product());
        this.order = read(() -> store.ticketing().order(event, BigEvent.order(0)).orElseThrow());
        this.ticket = console.issuing().rows(event, null).getFirst().id();
        this.before = read(() -> store.ticketing().ticket(ticket).orElseThrow());
        door();
        badges();
        events();
        tickets();
        signing();
        conflicts();
        lines.putAll(new PeopleCalls(console, event).lines());
        backups();
        lines.putAll(new PrivacyCalls(console.privacy(), event).lines());
    }

    Map<String, Line> lines() {
        return lines;
    }

    EventId event() {
        return event;
    }

    void recodeAt(EventId other) {
        store.transactions()
                .write(
                        () -> {
                            store.ticketing().recode(other, ticket, "another");
                            return true;
                        });
    }

    void saveListAt(EventId other) {
        CheckinList was = list.list();
        CheckinList renamed =
                new CheckinList(
                        "Another",
                        was.products(),
                        was.includePending(),
                        was.multipleEntry(),
                        was.reentryAfterExit(),
                        was.addonMatching(),
                        was.rules(),
                        was.gates(),
                        was.date());
        store.transactions()
                .write(
                        () -> {
                            store.doorQueries().saveList(other, list.id(), renamed);
                            return true;
                        });
    }

    private <T> T read(Supplier<T> work) {
        return store.transactions().read(work);
    }

    private void takes(Permission permission, Class<?> service, String method, Runnable call) {
        lines.put(
                service.getSimpleName() + "." + method,
                new Line(Optional.of(permission), service == BadgeDesk.class, call));
    }

    private void anybody(Class<?> service, String method, Runnable call) {
        lines.put(service.getSimpleName() + "." + method, new Line(Optional.empty(), false, call));
    }

    private void door() {
        CheckinService checkins = console.checkins();
        Operator operator = Operator.steward(NAME);
        ScanRequest scan = ScanRequest.entry(BigEvent.code(3), Instant.now());
        Class<?> of = CheckinService.class;
        takes(
                Permission.CHECK_IN,
                of,
                "checkin(EventId,String,ScanRequest,Operator,String)",
                () -> checkins.checkin(event, BigEvent.LIST, scan, operator, "door"));
        takes(
                Permission.CHECK_IN,
                of,
                "answer(EventId,String,String,Map)",
                () -> checkins.answer(event, BigEvent.LIST, BigEvent.code(3), Map.of("a", "b")));
        takes(
                Permission.CHECK_IN,
                of,
                "undo(ScanId,Operator,String)",
                () -> checkins.undo(new ScanId(UUID.randomUUID()), operator, "mistake"));
        AttendeeSearch search = console.search(Runnable::run);
        of = AttendeeSearch.class;
        takes(
                Permission.FIND_ATTENDEES,
                of,
                "find(EventId,String,int)",
                () -> search.find(event, "mar", 5));
        takes(Permission.FIND_ATTENDEES, of, "prepare(EventId)", () -> search.prepare(event));
        EarlierArrivals earlier = console.earlierArrivals();
        takes(
                Permission.SEE_EVENTS,
                EarlierArrivals.class,
                "of(String)",
                () -> earlier.of(BigEvent.SLUG));
        ListService lists = new ListService(store.transactions(), store.doorQueries());
        of = ListService.class;
        takes(Permission.EDIT_LISTS, of, "save(EventId,ListRow)", () -> lists.save(event, list));
        takes(
                Permission.EDIT_LISTS,
                of,
                "restore(EventId,Saved)",
                () -> lists.restore(event, new ListOutcome.Saved(list, list)));
    }

    private void badges() {
        BadgeService badges = console.badges().badges();
        BadgeDesk desk = console.badges().desk();
        BadgePlace place = console.badges().place();
        BadgeService.Asker asker = new BadgeService.Asker("door", NAME);
        BadgeDesk.Order print = new BadgeDesk.Order(event, true, Locale.ENGLISH, asker);
        BadgeLayout layout = badges.layout(event);
        Class<?> of = BadgeService.class;
        takes(Permission.SEE_EVENTS, of, "layout(EventId)", () -> badges.layout(event));
        takes(
                Permission.EDIT_EVENTS,
                of,
                "save(EventId,BadgeLayout)",
                () -> badges.save(event, layout));
        takes(Permission.PRINT_BADGES, of, "owners(EventId,int)", () -> badges.owners(event, 5));
        takes(
                Permission.PRINT_BADGES,
                of,
                "owner(EventId,TicketId)",
                () -> badges.owner(event, ticket));
        takes(
                Permission.PRINT_BADGES,
                of,
                "request(EventId,TicketId,boolean,Asker)",
                () -> badges.request(event, ticket, true, asker));
        takes(
                Permission.PRINT_BADGES,
                of,
                "request(EventId,List,boolean,Asker)",
                () -> badges.request(event, List.of(ticket), true, asker));
        anybody(of, "ended(List,PrintProblem)", () -> badges.ended(List.of(), null));
        takes(
                Permission.PRINT_BADGES,
                of,
                "last(EventId,TicketId)",
                () -> badges.last(event, ticket));
        takes(Permission.PRINT_BADGES, of, "latest(EventId,int)", () -> badges.latest(event, 5));
        of = BadgeDesk.class;
        takes(
                Permission.PRINT_BADGES,
                of,
                "print(Order,TicketId,BadgeOutput)",
                () -> desk.print(print, ticket, new BadgeOutput.None()));
        takes(
                Permission.PRINT_BADGES,
                of,
                "document(Order,List,Opening)",
                () ->
                        quietly(
                                () ->
                                        desk.document(
                                                print,
                                                List.of(ticket),
                                                OutputStream::nullOutputStream)));
        of = BadgePlace.class;
        anybody(of, "output()", place::output);
        anybody(of, "onAdmission(EventId)", () -> place.onAdmission(event));
        takes(
                Permission.SET_UP_CONSOLE,
                of,
                "choose(BadgeOutput)",
                () -> place.choose(new BadgeOutput.None()));
        takes(
                Permission.SET_UP_CONSOLE,
                of,
                "printOnAdmission(EventId,boolean)",
                () -> place.printOnAdmission(event, false));
    }

    private void events() {
        EventService events = console.events();
        Class<?> of = EventService.class;
        takes(
                Permission.EDIT_EVENTS,
                of,
                "move(String,EventStatus,String,String)",
                () -> events.move(BigEvent.SLUG, EventStatus.CANCELLED, NAME, "rain"));
        takes(Permission.EDIT_EVENTS, of, "edit(EventId,Event)", () -> events.edit(event, details));
        takes(
                Permission.EDIT_EVENTS,
                of,
                "restore(EventId,Saved)",
                () -> events.restore(event, new DetailsOutcome.Saved(details, details)));
    }

    private void tickets() {
        TicketingService service = new TicketingService(store.transactions(), store.ticketing());
        Class<?> of = TicketingService.class;
        TicketChange change =
                new TicketChange(NAME, "", "", "", "", new TicketChange.TicketFlags(false, true));
        takes(
                Permission.CHANGE_ORDERS,
                of,
                "change(TicketId,TicketChange)",
                () -> service.change(ticket, change));
        takes(
                Permission.CHANGE_ORDERS,
                of,
                "change(EventId,String,OrderStatus,String)",
                () -> service.change(event, order.code(), OrderStatus.CANCELED, ""));
        takes(
                Permission.CHANGE_ORDERS,
                of,
                "restoreOrder(EventId,Saved)",
                () -> service.restoreOrder(event, new EditOutcome.Saved<>(order, order)));
        takes(
                Permission.CHANGE_ORDERS,
                of,
                "restoreTicket(TicketId,Saved)",
                () -> service.restoreTicket(ticket, new EditOutcome.Saved<>(before, before)));
        takes(
                Permission.EDIT_EVENTS,
                of,
                "restoreProduct(EventId,Saved)",
                () -> service.restoreProduct(event, new EditOutcome.Saved<>(product, product)));
        takes(
                Permission.EDIT_EVENTS,
                of,
                "save(EventId,Product)",
                () -> service.save(event, product));
    }

    private void signing() {
        TicketSigning signing = console.signing();
        Class<?> of = TicketSigning.class;
        takes(Permission.CHANGE_ORDERS, of, "sign(EventId,TicketId)", this::sign);
        takes(
                Permission.CHANGE_ORDERS,
                of,
                "reissue(EventId,TicketId)",
                () -> signing.reissue(event, ticket));
        takes(Permission.CHANGE_KEYS, of, "rotate(EventId)", () -> signing.rotate(event));
        takes(
                Permission.CHANGE_KEYS,
                of,
                "retire(EventId,String)",
                () -> signing.retire(event, signing.keys(event).getFirst().id()));
        takes(Permission.SEE_EVENTS, of, "keys(EventId)", () -> signing.keys(event));
        TicketVerifying verifying = console.verifying();
        String signed = signed(signing);
        takes(
                Permission.FIND_ATTENDEES,
                TicketVerifying.class,
                "verify(String)",
                () -> verifying.verify(signed));
        TicketIssuing issuing = console.issuing();
        of = TicketIssuing.class;
        takes(
                Permission.FIND_ATTENDEES,
                of,
                "rows(EventId,String)",
                () -> issuing.rows(event, null));
        IssueOrder issue =
                new IssueOrder(
                        event,
                        IssueOrder.Signing.AS_IS,
                        TicketPapers.Paper.A4,
                        Locale.ENGLISH,
                        folder);
        takes(
                Permission.ISSUE_TICKETS,
                of,
                "run(IssueOrder,List,Consumer,Progress)",
                () -> quietly(() -> run(issuing, issue)));
    }

    private String signed(TicketSigning signing) {
        TicketId other = console.issuing().rows(event, null).get(1).id();
        return ((SignOutcome.Signed) signing.sign(event, other)).ticket().code();
    }

    private Object sign() {
        return console.signing().sign(event, ticket);
    }

    private static Object run(TicketIssuing issuing, IssueOrder order) throws IOException {
        issuing.run(order, List.of(), each -> {}, Progress.NONE);
        return order;
    }

    private void backups() {
        Class<?> of = BackupPlaces.class;
        BackupPlaces places = console.backupPlaces();
        anybody(of, "second()", places::second);
        anybody(of, "lastSound()", places::lastSound);
        takes(
                Permission.BACK_UP,
                of,
                "chooseSecond(Optional)",
                () -> places.chooseSecond(Optional.empty()));
    }

    private void conflicts() {
        ConflictService conflicts = console.sync().conflicts();
        ConflictCases cases = console.sync().cases();
        UUID none = UUID.randomUUID();
        Class<?> of = ConflictService.class;
        takes(Permission.SETTLE_CONFLICTS, of, "list(Query)", () -> conflicts.list(OPEN));
        anybody(of, "mine(Conflict)", () -> conflicts.mine(conflict()));
        takes(
                Permission.SETTLE_CONFLICTS,
                of,
                "resolve(UUID,Take,String,String)",
                () -> conflicts.resolve(none, Take.MINE, NAME, ""));
        takes(
                Permission.SETTLE_CONFLICTS,
                of,
                "resolve(UUID,Choice,String,String)",
                () -> conflicts.resolve(none, Choice.LOSER, NAME, ""));
        takes(Permission.SETTLE_CONFLICTS, of, "reopen(UUID)", () -> conflicts.reopen(none));
        of = ConflictCases.class;
        takes(Permission.SETTLE_CONFLICTS, of, "list(Query)", () -> cases.list(OPEN));
        takes(Permission.SETTLE_CONFLICTS, of, "find(UUID)", () -> cases.find(none));
    }

    private Conflict conflict() {
        Instant now = Instant.now();
        return new Conflict(
                UUID.randomUUID(),
                event.value(),
                Conflict.Kind.FIELD,
                "name",
                "ticket",
                ticket.value(),
                "name",
                new Conflict.Side("a", "door", now),
                new Conflict.Side("b", "office", now),
                now,
                null,
                null,
                null);
    }

    private interface Throwing {
        Object run() throws IOException;
    }

    private static void quietly(Throwing work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
