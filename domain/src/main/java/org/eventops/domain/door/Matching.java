package org.eventops.domain.door;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eventops.domain.ticketing.TicketStatus;

/** Finds the ticket a cleaned code stands for at this door. */
final class Matching {
    private final Knowledge knowledge;
    private final String code;
    private final ScanKind kind;
    private final Optional<SignedMatching> signed;

    Matching(Knowledge knowledge, String code, ScanRequest request) {
        this.knowledge = knowledge;
        this.code = code;
        this.kind = request.kind();
        this.signed =
                Optional.ofNullable(knowledge.signed())
                        .map(each -> new SignedMatching(knowledge.setup(), each, request.at()));
    }

    Match find() {
        return Stream.<Supplier<Optional<Match>>>of(
                        this::empty,
                        this::revoked,
                        () -> signed.flatMap(SignedMatching::retired),
                        this::byCode,
                        this::byOrder,
                        () -> signed.map(SignedMatching::find),
                        this::elsewhere)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::throughAddon)
                .orElseGet(() -> none(Verdict.UNKNOWN_TICKET, new Reason.UnknownCode()));
    }

    private Optional<Match> empty() {
        return when(code.isEmpty(), none(Verdict.UNKNOWN_TICKET, new Reason.EmptyCode()));
    }

    private Optional<Match> revoked() {
        return when(knowledge.revoked(), none(Verdict.REVOKED, new Reason.CodeRevoked()));
    }

    /** Exactly, else ignoring case if that is unique. */
    private Optional<Match> byCode() {
        List<TicketFacts> exact =
                only(knowledge.byCode(), each -> each.ticket().code().equals(code));
        return oneOrSeveral(exact.isEmpty() ? knowledge.byCode() : exact);
    }

    private Optional<Match> elsewhere() {
        Reason reason = new Reason.OfOtherEvent(knowledge.elsewhere());
        return when(!knowledge.elsewhere().isEmpty(), none(Verdict.WRONG_EVENT, reason));
    }

    /**
     * An order code stands for its tickets of this list that are still to go the way that is asked.
     * Where none is, it stands for those that have gone, so that the door can say when; where none
     * is of this list, for the first of the order, so that the door can say which list it is on.
     */
    private Optional<Match> byOrder() {
        List<TicketFacts> standing = orAll(knowledge.byOrder(), Matching::isValid);
        List<TicketFacts> here = only(standing, each -> DoorPolicies.isOn(list(), each));
        if (here.isEmpty()) {
            return standing.stream().findFirst().map(first -> new Match.One(first, standing));
        }
        return kind == ScanKind.EXIT ? oneOrSeveral(orAll(here, Use::isInside)) : entering(here);
    }

    private Optional<Match> entering(List<TicketFacts> here) {
        List<TicketFacts> fresh = only(here, each -> !Use.hasEntered(each));
        List<TicketFacts> ready = only(here, each -> Use.spentBy(each, list()).isEmpty());
        if (!fresh.isEmpty() || !ready.isEmpty()) {
            return oneOrSeveral(fresh.isEmpty() ? ready : fresh);
        }
        Comparator<TicketFacts> firstIn =
                Comparator.comparing(each -> Use.entryTimes(each).getFirst());
        return here.stream().min(firstIn).map(first -> new Match.One(first, here));
    }

    /** A ticket that is not on the list may stand for its one add-on that is. */
    private Match throughAddon(Match match) {
        if (!(match instanceof Match.One one)
                || !list().addonMatching()
                || list().products().contains(one.ticket().ticket().product())) {
            return match;
        }
        List<TicketFacts> addons =
                only(
                        one.ticket().addons(),
                        each -> list().products().contains(each.ticket().product()));
        return oneOrSeveral(orAll(addons, Matching::isValid)).orElse(match);
    }

    private CheckinList list() {
        return knowledge.setup().list();
    }

    private static boolean isValid(TicketFacts facts) {
        return facts.ticket().status() == TicketStatus.VALID;
    }

    private static Optional<Match> oneOrSeveral(List<TicketFacts> tickets) {
        return switch (tickets.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Match.One(tickets.getFirst()));
            default -> Optional.of(new Match.Several(tickets));
        };
    }

    private static List<TicketFacts> only(
            List<TicketFacts> tickets, Predicate<TicketFacts> wanted) {
        return tickets.stream().filter(wanted).toList();
    }

    private static List<TicketFacts> orAll(
            List<TicketFacts> tickets, Predicate<TicketFacts> wanted) {
        List<TicketFacts> found = only(tickets, wanted);
        return found.isEmpty() ? tickets : found;
    }

    private static Match none(Verdict verdict, Reason reason) {
        return new Match.None(verdict, reason);
    }

    private static Optional<Match> when(boolean found, Match match) {
        return found ? Optional.of(match) : Optional.empty();
    }
}
