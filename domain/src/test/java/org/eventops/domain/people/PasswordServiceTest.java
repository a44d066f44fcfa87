package org.eventops.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.DirectTransactions;
import org.eventops.domain.people.PasswordOutcome.Problem;
import org.eventops.domain.unlock.MemoryKeyring;
import org.eventops.domain.unlock.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordServiceTest implements PersonRepository, DirectTransactions {
    private static final String GOOD = "lluvia sobre tejado";

    private final List<Person> kept = new ArrayList<>();
    private final Access access = new Access();
    private final MemoryKeyring ring = new MemoryKeyring();
    private final PasswordService passwords =
            new PasswordService(this, this, access, ring.changes(ring.openKey()));
    private final Workers workers = new Workers(this, this, access);

    @BeforeEach
    void people() {
        kept.add(new Person("Ana", Role.ADMINISTRATOR, null));
        kept.add(new Person("Berta", Role.ADMINISTRATOR, null));
        kept.add(new Person("Eva", Role.DOOR_STEWARD, null));
        kept.add(new Person("Luis", Role.ORGANIZER, null));
        kept.add(new Person("Mara", Role.MODEL, null));
    }

    @Test
    void theFirstPasswordIsAnAdministratorsAndSaysSo() {
        assertThat(passwords.give("Eva", GOOD)).isEqualTo(Problem.ADMINISTRATOR_FIRST);
        assertThat(passwords.give("ana", GOOD))
                .isEqualTo(new PasswordOutcome.Done(kept.getFirst(), true));
        assertThat(passwords.give("Eva", GOOD))
                .isEqualTo(new PasswordOutcome.Done(kept.get(2), false));
        assertThat(passwords.owners()).containsExactly("Ana", "Eva");
    }

    @Test
    void whoIsNotThereOrHasNoConsoleGetsNone() {
        passwords.give("Ana", GOOD);
        assertThat(passwords.give("Nobody", GOOD)).isEqualTo(Problem.NO_SUCH_PERSON);
        assertThat(passwords.give("Mara", GOOD)).isEqualTo(Problem.NO_CONSOLE);
        assertThat(passwords.give("Eva", "corta"))
                .isEqualTo(new PasswordOutcome.Weak(Password.Problem.TOO_SHORT));
        assertThat(passwords.remove("Eva")).isEqualTo(Problem.NO_PASSWORD);
        assertThat(passwords.owners()).containsExactly("Ana");
    }

    @Test
    void onesOwnMayBeChangedByAnybodyAndOthersBelowOnlyByWhoChangesPeople() {
        passwords.give("Ana", GOOD);
        passwords.give("Eva", GOOD);
        workers.take("Eva");
        assertThat(passwords.give("Eva", GOOD + "!")).isInstanceOf(PasswordOutcome.Done.class);
        assertThatThrownBy(() -> passwords.give("Luis", GOOD)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> passwords.remove("Ana")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> passwords.dropSecondFactor("Ana"))
                .isInstanceOf(NotPermitted.class);
        workers.take("Luis");
        assertThat(passwords.give("Eva", GOOD)).isInstanceOf(PasswordOutcome.Done.class);
        assertThat(passwords.give("Ana", GOOD))
                .isEqualTo(new PasswordOutcome.NotYours(Role.ADMINISTRATOR));
        assertThat(passwords.remove("Ana"))
                .isEqualTo(new PasswordOutcome.NotYours(Role.ADMINISTRATOR));
        assertThat(passwords.dropSecondFactor("Ana"))
                .isEqualTo(new PasswordOutcome.NotYours(Role.ADMINISTRATOR));
    }

    @Test
    void anAdministratorWithAPasswordIsAlwaysLeft() {
        PeopleService people = new PeopleService(this, this, access, ring.changes(ring.openKey()));
        passwords.give("Ana", GOOD);
        passwords.give("Eva", GOOD);
        assertThat(passwords.remove("Ana")).isEqualTo(Problem.LAST_ADMINISTRATOR);
        assertThat(people.become("Ana", Role.ORGANIZER))
                .isEqualTo(PersonOutcome.Problem.LAST_ADMINISTRATOR);
        passwords.give("Berta", GOOD);
        assertThat(passwords.remove("Ana")).isInstanceOf(PasswordOutcome.Done.class);
        assertThat(passwords.remove("Eva")).isInstanceOf(PasswordOutcome.Done.class);
        assertThat(passwords.owners()).containsExactly("Berta");
    }

    @Test
    void aSecondFactorIsOnesOwnToBegin() {
        assertThat(passwords.enrol()).isEmpty();
        assertThat(passwords.confirm("123456")).isFalse();
        passwords.give("Ana", GOOD);
        workers.take("Ana");
        assertThat(passwords.enrol()).isPresent();
        assertThat(passwords.withSecondFactor()).isEmpty();
        assertThat(passwords.dropSecondFactor("Ana")).isInstanceOf(PasswordOutcome.Done.class);
    }

    @Test
    void aPersonWorksAsWhatTheyAreAndNobodyElseDoes() {
        assertThat(workers.take("Eva")).isTrue();
        assertThat(access.worker().everywhere()).containsExactly(Role.DOOR_STEWARD);
        assertThat(workers.take("Mara")).isFalse();
        assertThat(workers.take("Nobody")).isFalse();
        assertThat(access.worker().everywhere()).isEmpty();
    }

    @Override
    public List<Person> all() {
        return List.copyOf(kept);
    }

    @Override
    public void save(Person person) {
        kept.replaceAll(each -> each.name().equals(person.name()) ? person : each);
    }
}
