package org.eventops.domain.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.unlock.Enrolment;
import org.eventops.domain.unlock.FoldedName;
import org.eventops.domain.unlock.KeyChanges;
import org.eventops.domain.unlock.Password;

/**
 * The passwords with which people open this console's store, and their second factors. They are
 * this console's: no password, and nothing made of one, is synced.
 *
 * <p>One's own may be changed by anybody; those of others take {@link Permission#CHANGE_PEOPLE}, or
 * for people of single events {@link Permission#SET_UP_CONSOLE} there, and roles that permit no
 * less than theirs.
 */
public final class PasswordService {
    private final Transactions transactions;
    private final PersonRepository people;
    private final Access access;
    private final KeyChanges keys;
    private final AuditLog audit;

    public PasswordService(
            Transactions transactions,
            PersonRepository people,
            Access access,
            KeyChanges keys,
            AuditLog audit) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * The names of those who have one, as everybody here is called; empty when nobody protects the
     * store.
     */
    public List<String> owners() {
        return called(keys.names());
    }

    /** The names of those who are asked for a code as well. */
    public List<String> withSecondFactor() {
        return called(keys.withSecondFactor());
    }

    private List<String> called(List<String> names) {
        Roster roster = roster();
        return names.stream()
                .map(each -> roster.find(each).map(Member::name).orElse(each))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The names under which a password was left by people who have no role any more, as when
     * another console took it; they open nothing.
     */
    public List<String> leftOver() {
        Roster roster = roster();
        return keys.names().stream().filter(each -> roster.find(each).isEmpty()).toList();
    }

    /**
     * Gives a person a password in place of any before. Takes about 300 ms on purpose.
     *
     * @throws org.eventops.domain.access.NotPermitted for somebody else's, see above
     */
    public PasswordOutcome give(String name, String password) {
        Roster roster = roster();
        Optional<Member> member = roster.find(name);
        needsLeave(name, member);
        Optional<PasswordOutcome> hindered = member.flatMap(each -> hindered(each, roster));
        if (member.isEmpty() || hindered.isPresent()) {
            return hindered.orElse(PasswordOutcome.Problem.NO_SUCH_PERSON);
        }
        Optional<Password.Problem> weak = Password.problem(member.get().name(), password);
        if (weak.isPresent()) {
            return new PasswordOutcome.Weak(weak.get());
        }
        boolean first = keys.names().isEmpty();
        note(Deed.PASSWORD_SET, member.get().name());
        keys.give(member.get().name(), password);
        return new PasswordOutcome.Done(member.get().name(), first);
    }

    private Optional<PasswordOutcome> hindered(Member member, Roster roster) {
        if (!member.worker().hasWork()) {
            return Optional.of(PasswordOutcome.Problem.NO_CONSOLE);
        }
        if (keys.names().isEmpty() && !roster.keepers().contains(member)) {
            return Optional.of(PasswordOutcome.Problem.ADMINISTRATOR_FIRST);
        }
        return notYours(member);
    }

    private Optional<PasswordOutcome> notYours(Member member) {
        return isOwn(member.name())
                ? Optional.empty()
                : member.beyond(access).map(PasswordOutcome.NotYours::new);
    }

    private void needsLeave(String name, Optional<Member> member) {
        if (!isOwn(name) && !member.filter(each -> each.isOfEventsSetUpBy(access)).isPresent()) {
            access.need(Permission.CHANGE_PEOPLE);
        }
    }

    private boolean isOwn(String name) {
        return FoldedName.isSame(access.worker().name(), name);
    }

    /**
     * This person no longer opens the store; also somebody who has no role any more.
     *
     * @throws org.eventops.domain.access.NotPermitted for somebody else's, see above
     */
    public PasswordOutcome remove(String name) {
        Optional<String> left =
                leftOver().stream().filter(each -> FoldedName.isSame(each, name)).findFirst();
        if (left.isPresent()) {
            needsLeave(name, Optional.empty());
            return removed(left.get());
        }
        return owned(name, this::removed);
    }

    private PasswordOutcome removed(String known) {
        if (keys.isTheOnly(known) || roster().isLastKeeper(known, keys.names())) {
            return PasswordOutcome.Problem.LAST_ADMINISTRATOR;
        }
        note(Deed.PASSWORD_TAKEN, known);
        keys.take(known);
        return new PasswordOutcome.Done(known, false);
    }

    /**
     * Begins the second factor of whoever works here; it is not asked for until {@link #confirm}.
     *
     * @return what goes into the telephone; empty when they have no password
     */
    public Optional<Enrolment> enrol() {
        String name = access.worker().name();
        if (!keys.has(name)) {
            return Optional.empty();
        }
        note(Deed.SECOND_FACTOR_BEGUN, name);
        return Optional.of(keys.enrol(name));
    }

    /**
     * Whether the telephone of whoever works here shows this code; from now on one is asked for.
     */
    public boolean confirm(String code) {
        String name = access.worker().name();
        boolean right = keys.has(name) && keys.confirm(name, code);
        if (right) {
            note(Deed.SECOND_FACTOR_SET, name);
        }
        return right;
    }

    /**
     * No code is asked for any more, as when a telephone is lost.
     *
     * @throws org.eventops.domain.access.NotPermitted for somebody else's, see above
     */
    public PasswordOutcome dropSecondFactor(String name) {
        return owned(
                name,
                known -> {
                    note(Deed.SECOND_FACTOR_TAKEN, known);
                    keys.dropSecondFactor(known);
                    return new PasswordOutcome.Done(known, false);
                });
    }

    private PasswordOutcome owned(String name, Function<String, PasswordOutcome> work) {
        Optional<Member> member = roster().find(name);
        needsLeave(name, member);
        if (member.isEmpty()) {
            return PasswordOutcome.Problem.NO_SUCH_PERSON;
        }
        String known = member.get().name();
        return notYours(member.get())
                .orElseGet(
                        () ->
                                keys.has(known)
                                        ? work.apply(known)
                                        : PasswordOutcome.Problem.NO_PASSWORD);
    }

    /** What lets somebody in is noted before the keyring, which no transaction holds. */
    private void note(Deed deed, String person) {
        transactions.write(
                () -> {
                    audit.note(Note.of(deed, person));
                    return person;
                });
    }

    private Roster roster() {
        return transactions.read(() -> Roster.of(people));
    }
}
