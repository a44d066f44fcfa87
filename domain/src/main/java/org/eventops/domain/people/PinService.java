package org.eventops.domain.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.settings.Settings;
import org.eventops.domain.unlock.FoldedName;
import org.eventops.domain.unlock.Tries;

/**
 * The PINs of the people at this console's doors. They are not synced. Checking one takes about a
 * tenth of a second of work, on purpose.
 */
public final class PinService {
    private static final String PIN = "people.pin.";
    private static final String TRIES = "people.tries.";

    private final Transactions transactions;
    private final Settings settings;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public PinService(
            Transactions transactions,
            Settings settings,
            Access access,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The names of those who have one. */
    public Set<String> owners() {
        return transactions.read(
                () ->
                        settings.under(PIN).entrySet().stream()
                                .filter(each -> !each.getValue().isEmpty())
                                .map(Map.Entry::getKey)
                                .map(key -> key.substring(PIN.length()))
                                .collect(Collectors.toSet()));
    }

    /**
     * Gives a person a PIN in place of any before; takes {@link Permission#CHANGE_PEOPLE}, but for
     * one's own.
     *
     * @return why not; empty when it is kept
     */
    public Optional<Pin.Problem> set(String person, String digits) {
        needsLeave(person);
        Optional<Pin.Problem> problem = Pin.problem(digits);
        if (problem.isEmpty()) {
            keep(person, PinHash.of(digits, random).written(), Deed.PIN_SET);
        }
        return problem;
    }

    /** Takes {@link Permission#CHANGE_PEOPLE}, but for one's own. */
    public void remove(String person) {
        needsLeave(person);
        keep(person, "", Deed.PIN_TAKEN);
    }

    /** However the name is written; inside a transaction. */
    boolean has(String person) {
        return !alike(person).isEmpty();
    }

    /** Nobody of this name has one any more; inside a transaction. */
    void end(String person) {
        alike(person).forEach(each -> put(each, "", Deed.PIN_TAKEN));
    }

    private List<String> alike(String person) {
        return owners().stream().filter(each -> FoldedName.isSame(each, person)).toList();
    }

    private void needsLeave(String person) {
        if (!access.worker().name().equals(person)) {
            access.need(Permission.CHANGE_PEOPLE);
        }
    }

    private void keep(String person, String written, Deed deed) {
        transactions.write(
                () -> {
                    put(person, written, deed);
                    return written;
                });
    }

    private void put(String person, String written, Deed deed) {
        audit.note(Note.of(deed, person));
        settings.put(PIN + person, written);
        settings.put(TRIES + person, "");
    }

    /**
     * A try counts before it is looked at, so that nobody gets one for free by pulling the plug.
     */
    public PinCheck check(String person, String digits) {
        Instant now = clock.instant();
        return transactions
                .urgent(() -> counted(person, now))
                .map(waiting -> (PinCheck) new PinCheck.Wait(waiting))
                .orElseGet(() -> looked(person, digits));
    }

    private Optional<Instant> counted(String person, Instant now) {
        Tries before = tries(person);
        Tries seen = before.seen(now);
        Optional<Instant> waiting = seen.waitUntil(now);
        Tries after = waiting.isPresent() ? seen : seen.another(now);
        if (!after.equals(before)) {
            settings.put(TRIES + person, after.written());
        }
        return waiting;
    }

    private Tries tries(String person) {
        return settings.get(TRIES + person).map(Tries::read).orElse(Tries.NONE);
    }

    private PinCheck looked(String person, String digits) {
        Optional<String> kept =
                transactions.read(() -> settings.get(PIN + person)).filter(each -> !each.isEmpty());
        if (kept.isPresent() && !PinHash.read(kept.get()).isOf(digits)) {
            return new PinCheck.Wrong(wrong(person).left());
        }
        transactions.urgent(
                () -> {
                    settings.put(TRIES + person, "");
                    return person;
                });
        return kept.isPresent() ? new PinCheck.Right() : new PinCheck.None();
    }

    private Tries wrong(String person) {
        return transactions.urgent(
                () -> {
                    audit.note(Note.of(Deed.WRONG_PIN, person));
                    return tries(person);
                });
    }
}
