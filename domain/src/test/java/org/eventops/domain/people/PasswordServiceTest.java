package org.eventops.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.FakeAudit;
import org.eventops.domain.audit.Note;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.PasswordOutcome.Problem;
import org.eventops.domain.unlock.MemoryKeyring;
import org.eventops.domain.unlock.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordServiceTest {
    private static final String GOOD = "lluvia sobre tejado";
    private static final EventId GALA = new EventId(new UUID(1, 1));
    private static final EventId FERIA = new EventId(new UUID(1, 2));

    private final FakePeople store = new FakePeople();
    private final List<Person> kept = store.kept;
    private final Access access = new Access();
    private final MemoryKeyring ring = new MemoryKeyring();
    private final FakeAudit audit = new FakeAudit();
    private final PasswordService passwords =
            new PasswordService(store, store, access, ring.changes(ring.openKey()), audit);
    private final Workers workers = new Workers(store, store, access);

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
        assertThat(passwords.give("ana", GOOD)).isEqualTo(new PasswordOutcome.Done("Ana", true));
        assertThat(passwords.give("Eva", GOOD)).isEqualTo(new PasswordOutcome.Done("Eva", false));
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
        PeopleService people =
                new PeopleService(store, store, access, TestWays.into(store, access, ring));
        passwords.give("Ana", GOOD);
        passwords.give("Eva", GOOD);
        assertThat(passwords.remove("Ana")).isEqualTo(Problem.LAST_ADMINISTRATOR);
        assertThat(people.become("Ana", Role.ORGANIZER))
                .as("Berta has no password yet")
                .isEqualTo(PersonOutcome.Problem.LAST_WITH_PASSWORD);
        passwords.give("Berta", GOOD);
        assertThat(passwords.remove("Ana")).isInstanceOf(PasswordOutcome.Done.class);
        assertThat(passwords.remove("Eva")).isInstanceOf(PasswordOutcome.Done.class);
        assertThat(passwords.owners()).containsExactly("Berta");
    }

    @Test
    void whateverIsDoneToPasswordsAndSecondFactorsIsNotedAndNothingThatIsRefused() {
        passwords.give("Eva", GOOD);
        passwords.give("Ana", "short");
        passwords.enrol();
        assertThat(audit.taken()).isEmpty();
        passwords.give("ana", GOOD);
        passwords.give("Eva", GOOD);
        passwords.remove("Eva");
        passwords.remove("Ana");
        workers.take("Ana");
        passwords.enrol();
        passwords.confirm("no code");
        passwords.dropSecondFactor("Ana");
        assertThat(audit.taken())
                .containsExactly(
                        Note.of(Deed.PASSWORD_SET, "Ana"),
                        Note.of(Deed.PASSWORD_SET, "Eva"),
                        Note.of(Deed.PASSWORD_TAKEN, "Eva"),
                        Note.of(Deed.SECOND_FACTOR_BEGUN, "Ana"),
                        Note.of(Deed.SECOND_FACTOR_TAKEN, "Ana"));
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

    /** As a console sees it that has single events only. */
    @Test
    void whereOnlyAnEventsStaffIsKnownWhoeverSetsTheConsoleUpIsTheFirst() {
        kept.clear();
        store.assign(new StaffMember(GALA, "Sara", Role.DOOR_SUPERVISOR));
        store.assign(new StaffMember(GALA, "Eva", Role.DOOR_STEWARD));
        store.assign(new StaffMember(FERIA, "Noa", Role.DOOR_STEWARD));
        assertThat(passwords.give("Eva", GOOD)).isEqualTo(Problem.ADMINISTRATOR_FIRST);
        assertThat(passwords.give("sara", GOOD)).isEqualTo(new PasswordOutcome.Done("Sara", true));
        workers.take("Sara");
        assertThat(passwords.give("Eva", GOOD)).isEqualTo(new PasswordOutcome.Done("Eva", false));
        assertThatThrownBy(() -> passwords.give("Noa", GOOD)).isInstanceOf(NotPermitted.class);
        store.assign(new StaffMember(GALA, "Rosa", Role.ORGANIZER));
        assertThat(passwords.give("Rosa", GOOD))
                .isEqualTo(new PasswordOutcome.NotYours(Role.ORGANIZER));
        assertThat(passwords.remove("Sara")).isEqualTo(Problem.LAST_ADMINISTRATOR);
        workers.take("Eva");
        assertThatThrownBy(() -> passwords.give("Sara", GOOD)).isInstanceOf(NotPermitted.class);
        assertThat(access.may(Permission.CHECK_IN, GALA)).isTrue();
        assertThat(access.may(Permission.CHECK_IN, FERIA)).isFalse();
    }
}
