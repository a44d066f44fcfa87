package org.eventops.console.feature.door;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eventops.console.feature.door.duty.DoorDuty;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.BadgePress;
import org.eventops.console.shell.Kiosk;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.door.AnswersOutcome;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.CodeCleaner;
import org.eventops.domain.door.Decision;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.Knowledge;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.TicketFacts;
import org.eventops.domain.door.UndoOutcome;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.AttendeeRow;
import org.jspecify.annotations.Nullable;

/**
 * The door as it works: scans are decided one after the other in the order they came, and the last
 * verdict is what is shown.
 */
public final class DoorViewModel {
    private static final int LONGEST_NAME = 200;

    private final ConsoleServices services;
    private final ScreenContext context;
    private final DoorPlace place;
    private final DoorLog log;
    private final DoorSearch search;
    private final DoorCamera camera;
    private final BooleanProperty exit = new SimpleBooleanProperty(false);
    private final DoorDuty duty;
    private final DoorOptions options;
    private final DoorReadiness readiness;
    private final KioskMode kiosk;
    private final DoorBadges badges;
    private final DoorDuplicates duplicates;
    private final ReadOnlyObjectWrapper<Optional<CheckinAnswer>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ScanRequest> last = Optional.empty();

    public DoorViewModel(
            ScreenContext context, ConsoleServices services, Kiosk kiosk, BadgePress press) {
        this.context = context;
        this.services = services;
        this.options = new DoorOptions(context.tasks(), services.store());
        this.readiness =
                new DoorReadiness(context.tasks(), services.readiness(), context.current());
        this.place = new DoorPlace(context, services.store(), services.door());
        this.duty =
                new DoorDuty(
                        context.tasks(),
                        services.people(),
                        () -> place.event().map(EventRow::id),
                        services.facts().person());
        this.kiosk = new KioskMode(context, duty, options, place, kiosk);
        this.log = new DoorLog(services.store(), services.door(), context.tasks(), place, clock());
        this.search = new DoorSearch(context.tasks(), services.door().search(), place);
        this.badges = new DoorBadges(services.badges(), press, context.tasks(), place);
        this.duplicates = new DoorDuplicates(context, services, place);
        badges.watch(answer);
        this.camera =
                new DoorCamera(
                        context.tasks(),
                        services.store(),
                        services.door().cameras(),
                        clock(),
                        this::scanned);
    }

    private Clock clock() {
        return services.facts().clock();
    }

    void attach() {
        place.load();
        camera.load();
        badges.load();
        search.prepare();
        log.attach();
        duplicates.attach();
    }

    void detach() {
        log.detach();
        duplicates.detach();
        camera.stop();
    }

    /** Tickets of this list that entered twice. */
    public DoorDuplicates duplicates() {
        return duplicates;
    }

    public DoorBadges badges() {
        return badges;
    }

    DoorCamera camera() {
        return camera;
    }

    /** A code from a scanner, a camera or a person's pick. */
    public void scanned(String code) {
        decide(asked(code));
    }

    private ScanRequest asked(String code) {
        return new ScanRequest(
                code,
                exit.get() ? ScanKind.EXIT : ScanKind.ENTRY,
                clock().instant(),
                place.gateProperty().get().map(Gate::key).orElse(null),
                Map.of(),
                false,
                null);
    }

    /** The person found by name: the same way in as for a scan. */
    public void admit(AttendeeRow found) {
        search.typedProperty().set("");
        scanned(found.code());
    }

    /** The same ticket again with its answers, and all that was said of it before. */
    public void answered(Map<String, String> answers) {
        Map<String, String> all = new HashMap<>(last.map(ScanRequest::answers).orElse(Map.of()));
        all.putAll(answers);
        again(before -> new Said(all, before.allowUnpaid(), before.override()));
    }

    /** Answers to questions that were offered with a green; what became of them comes back. */
    public void keep(Map<String, String> answers, Consumer<AnswersOutcome> then) {
        Optional<TicketFacts> admitted = answer.get().map(each -> each.decision().ticket());
        Optional<EventRow> event = place.event();
        Optional<String> list = place.listProperty().get();
        if (admitted.isEmpty() || event.isEmpty() || list.isEmpty()) {
            return;
        }
        String code = admitted.get().ticket().code();
        context.tasks()
                .write(
                        () ->
                                services.door()
                                        .checkins()
                                        .answer(event.get().id(), list.get(), code, answers))
                .onSuccess(then)
                .start();
    }

    /**
     * A text from the clipboard: a scan if it can be nothing else or is a ticket's or order's code,
     * else the start of a search, which counts as no scan.
     */
    public void pasted(String text) {
        String code = CodeCleaner.clean(text);
        Optional<EventRow> event = place.event();
        if (code.isEmpty() || event.isEmpty()) {
            return;
        }
        if (!code.equals(text.strip()) || code.length() > LONGEST_NAME) {
            scanned(text);
            return;
        }
        context.tasks()
                .read(() -> isCode(event.get(), code))
                .onSuccess(
                        known -> {
                            if (known) {
                                scanned(text);
                            } else {
                                search.typedProperty().set(text.strip());
                            }
                        })
                .start();
    }

    private boolean isCode(EventRow event, String code) {
        return place.listProperty()
                .get()
                .flatMap(
                        list ->
                                services.store()
                                        .transactions()
                                        .read(() -> known(event, list, code)))
                .orElse(false);
    }

    private Optional<Boolean> known(EventRow event, String list, String code) {
        return services.door()
                .doors()
                .setup(event.id(), list)
                .map(setup -> services.door().doors().knowledge(setup, code))
                .map(Knowledge::isGiven);
    }

    /** The same ticket again, past a refusal that a supervisor may pass. */
    public void override(String reason) {
        again(before -> new Said(before.answers(), before.allowUnpaid(), reason));
    }

    /** The same ticket again, letting its pending order in. */
    public void takePending() {
        again(before -> new Said(before.answers(), true, before.override()));
    }

    /** What a person has said of a ticket so far. */
    private record Said(
            Map<String, String> answers, boolean allowUnpaid, @Nullable String override) {}

    private void again(Function<ScanRequest, Said> then) {
        if (last.isEmpty() || answer.get().isEmpty()) {
            return;
        }
        Decision decision = answer.get().get().decision();
        TicketFacts facts = decision.ticket();
        ScanRequest before = last.get();
        Said said = then.apply(before);
        decide(
                new ScanRequest(
                        facts == null ? decision.code() : facts.ticket().code(),
                        before.kind(),
                        clock().instant(),
                        before.gate(),
                        said.answers(),
                        said.allowUnpaid(),
                        said.override()));
    }

    private void decide(ScanRequest request) {
        kiosk.touch();
        if (duty.isLocked()) {
            duty.scannedWhileLocked();
            return;
        }
        Optional<EventRow> event = place.event();
        Optional<String> list = place.listProperty().get();
        if (event.isEmpty() || list.isEmpty()) {
            return;
        }
        Operator operator = duty.operator();
        context.tasks()
                .urgent(
                        () ->
                                services.door()
                                        .checkins()
                                        .checkin(
                                                event.get().id(),
                                                list.get(),
                                                request,
                                                operator,
                                                place.device()))
                .onSuccess(decided -> show(request, decided))
                .onError(StoreException.class, this::failed)
                .start();
    }

    /** An old green must not stand for a scan that was not decided. */
    private void failed(StoreException failure) {
        clear();
        context.faults().failed(failure);
    }

    private void show(ScanRequest request, CheckinAnswer decided) {
        last = Optional.of(request);
        answer.set(Optional.of(decided));
        if (decided.failure() != null) {
            context.faults().failed(decided.failure());
        }
    }

    /** Takes a scan back; what became of it is told in a sentence. */
    public void undo(ScanId scan, Optional<String> reason) {
        Operator operator = duty.operator();
        context.tasks()
                .urgent(() -> services.door().checkins().undo(scan, operator, reason.orElse(null)))
                .onSuccess(outcome -> undone(scan, outcome))
                .start();
    }

    private void undone(ScanId scan, UndoOutcome outcome) {
        DecisionTexts words = new DecisionTexts(context.language().texts());
        place.event().ifPresent(event -> context.notices().tell(words.undo(outcome, event.zone())));
        boolean shown =
                answer.get()
                        .map(CheckinAnswer::scan)
                        .filter(last -> last.id().equals(scan))
                        .isPresent();
        if (shown && outcome instanceof UndoOutcome.Undone) {
            clear();
        }
    }

    /** Ready for the next: no verdict is shown. */
    public void clear() {
        answer.set(Optional.empty());
    }

    /** Scans a ticket of the event that gets this verdict now, if there is one. */
    void showCase(Verdict wanted) {
        search.typedProperty().set("");
        Optional<EventRow> event = place.event();
        Optional<String> list = place.listProperty().get();
        if (event.isPresent() && list.isPresent()) {
            DoorCases cases = new DoorCases(services, event.get(), list.get());
            context.tasks()
                    .read(() -> cases.codeFor(wanted))
                    .onSuccess(code -> code.ifPresentOrElse(this::scanned, this::clear))
                    .start();
        }
    }

    public DoorPlace place() {
        return place;
    }

    public DoorLog log() {
        return log;
    }

    public DoorSearch search() {
        return search;
    }

    public BooleanProperty exitProperty() {
        return exit;
    }

    /** Whether a supervisor is here. */
    public ReadOnlyBooleanProperty supervisorProperty() {
        return duty.supervisedProperty();
    }

    /** Who stands here, and the lock. */
    public DoorDuty duty() {
        return duty;
    }

    public DoorOptions options() {
        return options;
    }

    /** What this door lacks. */
    DoorReadiness readiness() {
        return readiness;
    }

    public KioskMode kiosk() {
        return kiosk;
    }

    public ReadOnlyObjectProperty<Optional<CheckinAnswer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }
}
