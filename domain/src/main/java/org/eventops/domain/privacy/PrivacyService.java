package org.eventops.domain.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.change.Transactions;

/**
 * What is kept of a person, and taking it away. Reads every ticket: not for a thread that draws.
 */
public final class PrivacyService {
    private final Transactions transactions;
    private final PersonalRows rows;
    private final Access access;
    private final StillHere here;
    private final AuditLog audit;
    private final Clock clock;

    public PrivacyService(
            Transactions transactions,
            PersonalRows rows,
            Access access,
            StillHere here,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.access = access;
        this.here = here;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here keeps privacy
     */
    public FindOutcome find(PersonQuery query) {
        access.need(Permission.KEEP_PRIVACY);
        return transactions.read(() -> found(query));
    }

    private FindOutcome found(PersonQuery query) {
        Map<Who, Somebody> meant = PersonSearch.meant(rows, query.person());
        if (meant.size() > 1) {
            return new FindOutcome.Several(List.copyOf(meant.values()));
        }
        return meant.keySet().stream()
                .findFirst()
                .map(who -> PersonReading.of(rows, who, query.event()).data())
                .filter(data -> !data.rows().isEmpty())
                .map(data -> (FindOutcome) new FindOutcome.Found(data))
                .orElseGet(FindOutcome.Nobody::new);
    }

    /**
     * Takes the person out of everything that names them; counts, money, codes and what happened at
     * the doors stay. All of it or nothing.
     *
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here keeps privacy
     */
    public EraseOutcome erase(EraseRequest request) {
        access.need(Permission.KEEP_PRIVACY);
        if (request.reason().isBlank() && !request.dryRun()) {
            return new EraseOutcome.NoReason();
        }
        return request.dryRun()
                ? transactions.read(() -> erased(request))
                : transactions.write(() -> erased(request));
    }

    private EraseOutcome erased(EraseRequest request) {
        return switch (found(request.query())) {
            case FindOutcome.Nobody nobody -> new EraseOutcome.Nobody();
            case FindOutcome.Several several -> new EraseOutcome.Several(several.people());
            case FindOutcome.Found found ->
                    standsAgainst(request, found.data())
                            .orElseGet(() -> erased(request, found.data()));
        };
    }

    private Optional<EraseOutcome> standsAgainst(EraseRequest request, PersonalData data) {
        List<NamedPerson> entries = PersonReading.entries(rows, data.subject());
        if (here.is(entries)) {
            return Optional.of(new EraseOutcome.WorksHere(entries.getFirst().name()));
        }
        Instant now = clock.instant();
        List<KeptEvent> open =
                data.events().stream()
                        .filter(event -> !event.isOver(now))
                        .filter(
                                event ->
                                        data.of(Part.TICKET).stream()
                                                .anyMatch(
                                                        row ->
                                                                row.scope()
                                                                        .equals(
                                                                                event.id()
                                                                                        .value())))
                        .toList();
        return open.isEmpty() || request.force()
                ? Optional.empty()
                : Optional.of(new EraseOutcome.StillAdmits(open));
    }

    private EraseOutcome erased(EraseRequest request, PersonalData data) {
        Map<Part, Integer> changed =
                request.dryRun()
                        ? Erasing.plan(data)
                        : new Erasing(
                                        rows,
                                        audit,
                                        clock.instant(),
                                        access.worker().name(),
                                        request.reason().strip())
                                .erase(data);
        int stays = (int) data.rows().stream().filter(row -> row.part().isWork()).count();
        return new EraseOutcome.Erased(
                data.askFor(), changed, stays, data.events(), !request.dryRun());
    }
}
