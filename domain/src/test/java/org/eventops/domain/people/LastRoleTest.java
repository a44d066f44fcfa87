package org.eventops.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Role;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.FakeAudit;
import org.eventops.domain.audit.Note;
import org.eventops.domain.event.EventId;
import org.eventops.domain.settings.MemorySettings;
import org.eventops.domain.unlock.KeyChanges;
import org.eventops.domain.unlock.MemoryKeyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How somebody comes in goes with their last role, and is nobody's after them. */
class LastRoleTest {
    private static final String GOOD = "lluvia sobre tejado";
    private static final EventId GALA = new EventId(new UUID(1, 1));
    private static final EventId FERIA = new EventId(new UUID(1, 2));

    private final FakePeople store = new FakePeople();
    private final Access access = new Access();
    private final FakeAudit audit = new FakeAudit();
    private final MemoryKeyring ring = new MemoryKeyring();
    private final KeyChanges keys = ring.changes(ring.openKey());
    private final PinService pins =
            new PinService(store, new MemorySettings(), access, audit, Clock.systemUTC());
    private final PeopleService people =
            new PeopleService(store, store, access, new WaysIn(keys, pins, audit));
    private final PasswordService passwords =
            new PasswordService(store, store, access, keys, audit);

    @BeforeEach
    void adaAndMaria() {
        people.add("Ada", Role.ADMINISTRATOR, null);
        passwords.give("Ada", GOOD);
        people.assign(GALA, "Maria Gomez", Role.DOOR_STEWARD);
        passwords.give("Maria Gomez", GOOD);
        pins.set("Maria Gomez", "4821");
        audit.taken();
    }

    /** As when another console released her. */
    private void mariaIsGone() {
        store.staff.clear();
    }

    @Test
    void whoseLastRoleIsGoneHasNeitherPasswordNorPin() {
        people.assign(FERIA, "Maria Gomez", Role.BOX_OFFICE);
        people.release(GALA, "maria gomez");
        assertThat(passwords.owners()).containsExactly("Ada", "Maria Gomez");
        assertThat(pins.owners()).containsExactly("Maria Gomez");
        assertThat(people.release(FERIA, "maria gomez")).isInstanceOf(PersonOutcome.Released.class);
        assertThat(passwords.owners()).containsExactly("Ada");
        assertThat(pins.owners()).isEmpty();
        assertThat(audit.taken())
                .containsExactly(
                        Note.of(Deed.PIN_TAKEN, "Maria Gomez"),
                        Note.of(Deed.PASSWORD_TAKEN, "Maria Gomez"));
    }

    @Test
    void somebodyNewDoesNotComeInAsWhoHadTheNameBefore() {
        mariaIsGone();
        assertThat(passwords.leftOver()).containsExactly("Maria Gomez");
        people.add("maria GOMEZ", Role.ADMINISTRATOR, null);
        assertThat(passwords.owners()).containsExactly("Ada");
        assertThat(pins.owners()).isEmpty();
        assertThat(audit.taken()).contains(Note.of(Deed.PASSWORD_TAKEN, "Maria Gomez"));
    }

    @Test
    void norWhoIsNewAtAnEvent() {
        mariaIsGone();
        people.assign(FERIA, "maria GOMEZ", Role.DOOR_SUPERVISOR);
        assertThat(passwords.owners()).containsExactly("Ada");
        assertThat(pins.owners()).isEmpty();
    }

    @Test
    void whoWorksAtAnEventKeepsTheirPasswordWhenTheyComeToBeOfTheOrganisation() {
        people.add("maria gomez", Role.BOX_OFFICE, null);
        people.assign(FERIA, "maria gomez", Role.DOOR_STEWARD);
        assertThat(passwords.owners()).containsExactly("Ada", "maria gomez");
        assertThat(pins.owners()).containsExactly("Maria Gomez");
        assertThat(audit.taken()).isEmpty();
    }

    @Test
    void aPasswordThatWasLeftOverIsTakenAway() {
        mariaIsGone();
        assertThat(passwords.dropSecondFactor("Maria Gomez"))
                .isEqualTo(PasswordOutcome.Problem.NO_SUCH_PERSON);
        assertThat(passwords.remove("MARIA gomez"))
                .isEqualTo(new PasswordOutcome.Done("Maria Gomez", false));
        assertThat(passwords.leftOver()).isEmpty();
        assertThat(audit.taken()).containsExactly(Note.of(Deed.PASSWORD_TAKEN, "Maria Gomez"));
    }

    /** As a console sees it that has single events only. */
    @Test
    void whoIsTheLastToOpenTheStoreKeepsTheirRole() {
        passwords.remove("Maria Gomez");
        people.release(GALA, "Maria Gomez");
        people.assign(GALA, "Ada", Role.DOOR_SUPERVISOR);
        store.kept.clear();
        assertThat(people.release(GALA, "Ada")).isEqualTo(PersonOutcome.Problem.LAST_ADMINISTRATOR);
        people.assign(FERIA, "Sara", Role.DOOR_SUPERVISOR);
        assertThat(people.release(GALA, "Ada")).isEqualTo(PersonOutcome.Problem.LAST_WITH_PASSWORD);
        passwords.give("Sara", GOOD);
        assertThat(people.release(GALA, "Ada")).isInstanceOf(PersonOutcome.Released.class);
        assertThat(passwords.owners()).containsExactly("Sara");
    }

    @Test
    void theOnlyKeyOfAStoreIsNotTakenForANewcomer() {
        passwords.remove("Maria Gomez");
        mariaIsGone();
        store.kept.clear();
        assertThat(people.add("ada", Role.ADMINISTRATOR, null))
                .isEqualTo(PersonOutcome.Problem.LAST_WITH_PASSWORD);
        assertThat(passwords.remove("Ada")).isEqualTo(PasswordOutcome.Problem.LAST_ADMINISTRATOR);
        assertThat(List.of(passwords.owners(), passwords.leftOver())).containsOnly(List.of("Ada"));
    }
}
