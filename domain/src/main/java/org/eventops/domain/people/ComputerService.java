package org.eventops.domain.people;

import java.util.Optional;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.ComputerUnlocking;
import org.eventops.domain.unlock.StoreKey;

/**
 * For whom this computer opens the store without a password: for nobody, until somebody says so. It
 * takes {@link Permission#CHANGE_PEOPLE}, or for people of single events {@link
 * Permission#SET_UP_CONSOLE} there, and roles that permit no less than theirs.
 */
public final class ComputerService {

    private final Transactions transactions;
    private final PersonRepository people;
    private final Access access;
    private final AuditLog audit;
    private final Way way;

    /**
     * How this computer opens this store.
     *
     * @param key of the store that is open
     */
    public record Way(ComputerUnlocking unlocking, StoreKey key) {}

    public ComputerService(
            Transactions transactions,
            PersonRepository people,
            Access access,
            AuditLog audit,
            Way way) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.way = way;
    }

    /** As whom one works who comes in without a password; empty when nobody does. */
    public Optional<String> person() {
        return way.unlocking().person();
    }

    /** Whether the window opens so as well. */
    public boolean opensWindow() {
        return way.unlocking().opensWindow();
    }

    /** Why it would not open now; asks the key store, and may take seconds. */
    public Optional<ComputerOutcome.Problem> problem() {
        return way.unlocking().open() instanceof ComputerOutcome.Problem why
                ? Optional.of(why)
                : Optional.empty();
    }

    /**
     * From now on this computer opens the store for this person, in place of any before; asks the
     * key store, and may take seconds.
     *
     * @param window whether the window opens so as well, and not commands alone
     * @throws org.eventops.domain.access.NotPermitted see above
     */
    public TrustOutcome allow(String name, boolean window) {
        Optional<Member> member = member(name);
        needsLeave(member);
        if (member.isEmpty()) {
            return TrustOutcome.Problem.NO_SUCH_PERSON;
        }
        if (!member.get().worker().hasWork()) {
            return TrustOutcome.Problem.NO_CONSOLE;
        }
        return member.get()
                .beyond(access)
                .map(role -> (TrustOutcome) new TrustOutcome.NotYours(role))
                .orElseGet(() -> kept(member.get().name(), window));
    }

    private TrustOutcome kept(String name, boolean window) {
        Optional<ComputerOutcome.Problem> hindered = way.unlocking().allow(way.key(), name, window);
        if (hindered.isPresent()) {
            return new TrustOutcome.NotKept(hindered.get());
        }
        note(Deed.COMPUTER_ALLOWED, name);
        return new TrustOutcome.Allowed(name, window);
    }

    /**
     * From now on the store opens with a password only. Anybody may end it for themselves.
     *
     * @throws org.eventops.domain.access.NotPermitted see above
     */
    public TrustOutcome forget() {
        Optional<String> name = person();
        if (name.filter(access.worker().name()::equals).isEmpty()) {
            needsLeave(name.flatMap(this::member));
        }
        return name.map(this::forgotten).orElse(TrustOutcome.Problem.NOT_ALLOWED);
    }

    private TrustOutcome forgotten(String name) {
        TrustOutcome done = new TrustOutcome.Forgotten(name, way.unlocking().forget());
        note(Deed.COMPUTER_FORGOTTEN, name);
        return done;
    }

    private void note(Deed deed, String name) {
        transactions.write(
                () -> {
                    audit.note(Note.of(deed, name));
                    return true;
                });
    }

    private void needsLeave(Optional<Member> member) {
        if (member.filter(each -> each.isOfEventsSetUpBy(access)).isEmpty()) {
            access.need(Permission.CHANGE_PEOPLE);
        }
    }

    private Optional<Member> member(String name) {
        return transactions.read(() -> Roster.of(people)).find(name);
    }
}
