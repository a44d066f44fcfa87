package org.eventops.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Role;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.FakeAudit;
import org.eventops.domain.audit.Note;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.TrustOutcome.Allowed;
import org.eventops.domain.people.TrustOutcome.Forgotten;
import org.eventops.domain.people.TrustOutcome.NotKept;
import org.eventops.domain.people.TrustOutcome.NotYours;
import org.eventops.domain.people.TrustOutcome.Problem;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.eventops.domain.unlock.MemoryKeyStore;
import org.eventops.domain.unlock.MemoryKeyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComputerServiceTest {
    private static final String GOOD = "lluvia sobre tejado";
    private static final EventId GALA = new EventId(new UUID(1, 1));

    private final FakePeople store = new FakePeople();
    private final Access access = new Access();
    private final MemoryKeyring ring = new MemoryKeyring();
    private final MemoryKeyStore system = new MemoryKeyStore();
    private final FakeAudit notes = new FakeAudit();
    private final PasswordService passwords =
            new PasswordService(
                    store, store, access, ring.changes(ring.openKey()), new FakeAudit());
    private final ComputerService computer =
            new ComputerService(
                    store,
                    store,
                    access,
                    notes,
                    new ComputerService.Way(ring.byComputer(system), ring.openKey()));
    private final Workers workers = new Workers(store, store, access);

    @BeforeEach
    void people() {
        store.kept.add(new Person("Ana", Role.ADMINISTRATOR, null));
        store.kept.add(new Person("Eva", Role.DOOR_STEWARD, null));
        store.kept.add(new Person("Luis", Role.ORGANIZER, null));
        store.kept.add(new Person("Mara", Role.MODEL, null));
        passwords.give("Ana", GOOD);
        passwords.give("Eva", GOOD);
    }

    @Test
    void itIsAllowedForSomebodyAndForgottenAndBothAreNoted() {
        assertThat(computer.person()).isEmpty();
        assertThat(computer.allow("eva", true)).isEqualTo(new Allowed("Eva", true));
        assertThat(computer.person()).contains("Eva");
        assertThat(computer.opensWindow()).isTrue();
        assertThat(computer.problem()).isEmpty();
        assertThat(computer.forget()).isEqualTo(new Forgotten("Eva", Optional.empty()));
        assertThat(computer.person()).isEmpty();
        assertThat(computer.forget()).isEqualTo(Problem.NOT_ALLOWED);
        assertThat(notes.taken())
                .containsExactly(
                        Note.of(Deed.COMPUTER_ALLOWED, "Eva"),
                        Note.of(Deed.COMPUTER_FORGOTTEN, "Eva"));
    }

    @Test
    void whoIsNotThereHasNoConsoleOrNoPasswordIsNobodyToOpenFor() {
        assertThat(computer.allow("Nobody", false)).isEqualTo(Problem.NO_SUCH_PERSON);
        assertThat(computer.allow("Mara", false)).isEqualTo(Problem.NO_CONSOLE);
        assertThat(computer.allow("Luis", false))
                .isEqualTo(new NotKept(ComputerOutcome.Problem.NO_PASSWORD));
        assertThat(computer.person()).isEmpty();
        assertThat(notes.taken()).isEmpty();
    }

    @Test
    void nobodyLetsAComputerDoWhatTheyMayNotDo() {
        workers.take("Luis");
        assertThat(computer.allow("Ana", false)).isEqualTo(new NotYours(Role.ADMINISTRATOR));
        assertThat(computer.allow("Eva", false)).isInstanceOf(Allowed.class);
        workers.take("Mara");
        assertThatThrownBy(computer::forget).isInstanceOf(NotPermitted.class);
        workers.take("Eva");
        assertThatThrownBy(() -> computer.allow("Eva", false)).isInstanceOf(NotPermitted.class);
        assertThat(computer.forget()).isInstanceOf(Forgotten.class);
    }

    @Test
    void whoSetsUpAConsoleAtAnEventLetsItOpenForThoseOfThatEvent() {
        store.assign(new StaffMember(GALA, "Sara", Role.DOOR_SUPERVISOR));
        store.assign(new StaffMember(GALA, "Noa", Role.DOOR_STEWARD));
        passwords.give("Noa", GOOD);
        workers.take("Sara");
        assertThat(computer.allow("Noa", true)).isEqualTo(new Allowed("Noa", true));
        assertThatThrownBy(() -> computer.allow("Ana", true)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aLockedKeyStoreIsSaidAndWhatStaysInItAsWell() {
        computer.allow("Eva", false);
        system.problem = Optional.of(KeyStoreProblem.LOCKED);
        assertThat(computer.problem()).contains(ComputerOutcome.Problem.LOCKED);
        assertThat(computer.allow("Ana", false))
                .isEqualTo(new NotKept(ComputerOutcome.Problem.LOCKED));
        assertThat(computer.person()).contains("Eva");
        assertThat(computer.forget())
                .isEqualTo(new Forgotten("Eva", Optional.of(KeyStoreProblem.LOCKED)));
    }
}
