package org.eventops.domain.door;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eventops.domain.change.IdSource;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.CheckinAnswer.OverrideUse;
import org.eventops.domain.event.EventId;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.jspecify.annotations.Nullable;

/** Lets people in and out: decides, records and keeps every scan before it answers. */
public final class CheckinService implements AutoCloseable {
    static final int REASON_LIMIT = 500;

    private final Transactions transactions;
    private final DoorRepository doors;
    private final IdSource ids;
    private final UndoWindow window;
    private final Meter meter;
    private final Decider decider = new Decider();
    private final SetupShelf setups = new SetupShelf();
    private final LocalChanges.Subscription subscription;

    public CheckinService(
            Transactions transactions,
            DoorRepository doors,
            IdSource ids,
            LocalChanges changes,
            Clock clock,
            Meter meter) {
        this.transactions = transactions;
        this.meter = meter;
        this.doors = doors;
        this.ids = ids;
        this.window = new UndoWindow(clock);
        this.subscription = changes.listen(setups::changed);
    }

    /**
     * Decides and records one scan. What it answers is durable. A store that fails is answered as
     * {@code ERROR}, with the failure beside it; a bad ticket never is.
     *
     * @param device name of this console
     */
    public CheckinAnswer checkin(
            EventId event,
            String listName,
            ScanRequest request,
            Operator operator,
            @Nullable String device) {
        OverrideUse override = overrideOf(request, operator);
        ScanRequest asked = effective(request, override);
        Function<DoorSetup, CheckinAnswer> work =
                setup -> told(decide(setup, asked, operator, device), override);
        Supplier<CheckinAnswer> none = () -> noSuchList(listName, asked);
        try {
            return meter.time(
                    Operation.DOOR_DECIDE,
                    () ->
                            setups.whileRecording(
                                    () ->
                                            inTurn(
                                                    asked,
                                                    () ->
                                                            setup(event, listName)
                                                                    .map(work)
                                                                    .orElseGet(none))));
        } catch (StoreException e) {
            Reason reason = new Reason.StoreFailed(e.problem(), e.detail());
            return error(reason, asked, e);
        }
    }

    private Optional<DoorSetup> setup(EventId event, String listName) {
        return setups.get(event, listName, () -> doors.setup(event, listName));
    }

    /** A scan never waits for an import, unless it brings answers: those change the ticket. */
    private CheckinAnswer inTurn(ScanRequest request, Supplier<CheckinAnswer> work) {
        return request.answers().isEmpty() ? transactions.urgent(work) : transactions.write(work);
    }

    private CheckinAnswer decide(
            DoorSetup setup, ScanRequest request, Operator operator, @Nullable String device) {
        String code = CodeCleaner.clean(request.code());
        Decision decision = decider.decide(knowledge(setup, code), request);
        Scan scan = scan(setup, decision, request, operator, device);
        doors.record(scan);
        if (decision.verdict() == Verdict.ADMITTED
                && decision.ticket() != null
                && !decision.answers().isEmpty()) {
            doors.answer(setup.eventId(), decision.ticket().id(), decision.answers());
        }
        return new CheckinAnswer(decision, scan, setup, OverrideUse.NOT_GIVEN, null);
    }

    /** A code that cannot be kept is nobody's: the store is not even asked. */
    private Knowledge knowledge(DoorSetup setup, String code) {
        boolean possible =
                !code.isEmpty()
                        && code.length() <= Scan.CODE_LIMIT
                        && CanonicalText.isCanonical(code);
        return possible
                ? doors.knowledge(setup, code)
                : new Knowledge(setup, false, List.of(), List.of(), List.of());
    }

    private Scan scan(
            DoorSetup setup,
            Decision decision,
            ScanRequest request,
            Operator operator,
            @Nullable String device) {
        TicketFacts ticket = decision.ticket();
        boolean overridden = decision.verdict().counts() && decision.usedOverride();
        return new Scan(
                new ScanId(ids.next()),
                setup.eventId(),
                setup.listId(),
                ticket == null ? null : ticket.id(),
                CanonicalText.of(decision.code(), Scan.CODE_LIMIT),
                request.kind(),
                decision.verdict(),
                request.at(),
                kept(request.gate()),
                kept(device),
                kept(operator.name()),
                overridden ? kept(request.override()) : null,
                null);
    }

    private static @Nullable String kept(@Nullable String text) {
        return text == null ? null : CanonicalText.of(text.strip(), REASON_LIMIT);
    }

    private static OverrideUse overrideOf(ScanRequest request, Operator operator) {
        if (request.override() == null) {
            return OverrideUse.NOT_GIVEN;
        }
        if (request.override().isBlank()) {
            return OverrideUse.NO_REASON;
        }
        return operator.supervisor() ? OverrideUse.NOT_USED : OverrideUse.NOT_A_SUPERVISOR;
    }

    private static ScanRequest effective(ScanRequest request, OverrideUse override) {
        return new ScanRequest(
                request.code(),
                request.kind(),
                request.at().truncatedTo(ChronoUnit.MICROS),
                request.gate(),
                request.answers(),
                request.allowUnpaid(),
                override == OverrideUse.NOT_USED ? request.override() : null);
    }

    private static CheckinAnswer told(CheckinAnswer answer, OverrideUse override) {
        Scan scan = answer.scan();
        boolean used = scan != null && scan.override() != null;
        return new CheckinAnswer(
                answer.decision(),
                scan,
                answer.setup(),
                used ? OverrideUse.USED : override,
                answer.failure());
    }

    private static CheckinAnswer noSuchList(String list, ScanRequest request) {
        return error(new Reason.NoSuchList(list), request, null);
    }

    private static CheckinAnswer error(
            Reason reason, ScanRequest request, @Nullable StoreException failure) {
        String code = CodeCleaner.clean(request.code());
        Decision decision = Decision.of(Verdict.ERROR, reason, code);
        return new CheckinAnswer(decision, null, null, OverrideUse.NOT_GIVEN, failure);
    }

    /**
     * Keeps answers to questions that were offered after a person was let in.
     *
     * @param ticketCode exactly as the ticket has it
     * @throws StoreException when the store fails; nothing is kept then
     */
    public AnswersOutcome answer(
            EventId event, String listName, String ticketCode, Map<String, String> answers) {
        return setups.whileRecording(
                () ->
                        transactions.write(
                                () ->
                                        setups.get(
                                                        event,
                                                        listName,
                                                        () -> doors.setup(event, listName))
                                                .flatMap(
                                                        setup -> answer(setup, ticketCode, answers))
                                                .orElseGet(AnswersOutcome.NoSuchTicket::new)));
    }

    private Optional<AnswersOutcome> answer(
            DoorSetup setup, String ticketCode, Map<String, String> answers) {
        return knowledge(setup, ticketCode).byCode().stream()
                .filter(facts -> facts.ticket().code().equals(ticketCode))
                .findFirst()
                .map(facts -> answer(setup, facts, answers));
    }

    private AnswersOutcome answer(DoorSetup setup, TicketFacts facts, Map<String, String> answers) {
        AnswerSheet sheet = AnswerSheet.of(setup.questions(), facts.ticket(), answers);
        List<OpenQuestion> wrong =
                sheet.open().stream().filter(each -> each.problem() != null).toList();
        if (!wrong.isEmpty()) {
            return new AnswersOutcome.NotTaken(wrong);
        }
        doors.answer(setup.eventId(), facts.id(), sheet.accepted());
        return new AnswersOutcome.Kept(sheet.accepted());
    }

    /**
     * Takes a scan back: a steward within 60 seconds of its recording, a supervisor at any time,
     * later than that with a reason.
     *
     * @throws StoreException when the store fails; the scan then stands
     */
    public UndoOutcome undo(ScanId id, Operator operator, @Nullable String reason) {
        return setups.whileRecording(
                () -> transactions.urgent(() -> undoInside(id, operator, kept(reason))));
    }

    private UndoOutcome undoInside(ScanId id, Operator operator, @Nullable String reason) {
        Optional<Scan> found = doors.scan(id);
        if (found.isEmpty()) {
            return new UndoOutcome.Unknown();
        }
        Scan scan = found.get();
        boolean given = reason != null && !reason.isEmpty();
        Optional<UndoOutcome> refusal = window.refusal(scan, operator, given);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Undo undo = new Undo(window.now(), given ? reason : null, kept(operator.name()));
        doors.undo(id, undo);
        return new UndoOutcome.Undone(scan.takenBack(undo));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
