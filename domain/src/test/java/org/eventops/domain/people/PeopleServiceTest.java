package org.eventops.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.PersonOutcome.Problem;
import org.eventops.domain.unlock.MemoryKeyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleServiceTest {
    private static final EventId GALA = new EventId(new UUID(1, 1));
    private static final EventId FERIA = new EventId(new UUID(1, 2));

    private final FakePeople store = new FakePeople();
    private final List<Person> kept = store.kept;
    private final Access access = new Access();
    private final MemoryKeyring ring = new MemoryKeyring();
    private final PeopleService people =
            new PeopleService(store, store, access, TestWays.into(store, access, ring));

    @Test
    void whoIsAddedIsThere() {
        assertThat(people.add(" Ana Peña ", Role.ORGANIZER, " ana@correo.co "))
                .isEqualTo(
                        new PersonOutcome.Saved(
                                new Person("Ana Peña", Role.ORGANIZER, "ana@correo.co")));
        assertThat(people.all()).extracting(Member::name).containsExactly("Ana Peña");
    }

    @ParameterizedTest
    @CsvSource({"'  ', NAME_EMPTY", "'a\nb', NAME_NOT_PLAIN", "ANA, NAME_TAKEN"})
    void aNameThatWillNotDoAddsNobody(String name, Problem problem) {
        people.add("Ana", Role.SPONSOR, null);
        assertThat(people.add(name, Role.SPONSOR, null)).isEqualTo(problem);
        assertThat(kept).hasSize(1);
    }

    @Test
    void aNameHasAtMostSoManyLettersAndAnAddressLooksLikeOne() {
        String longest = "a".repeat(PeopleService.LONGEST_NAME);
        assertThat(people.add(longest, Role.MODEL, null)).isInstanceOf(PersonOutcome.Saved.class);
        assertThat(people.add(longest + "a", Role.MODEL, null)).isEqualTo(Problem.NAME_TOO_LONG);
        assertThat(people.add("Eva", Role.MODEL, "eva")).isEqualTo(Problem.EMAIL_WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\u2028Peña", "Ana\u202ePeña", "Ana\u200b", "Ana\u0000"})
    void whatCannotBeSeenIsNoName(String name) {
        assertThat(people.add(name, Role.MODEL, null)).isEqualTo(Problem.NAME_NOT_PLAIN);
    }

    @Test
    void aNameIsThereOnceHoweverItsLettersAreWritten() {
        people.add("Peña", Role.MODEL, null);
        assertThat(people.add("Pen\u0303a", Role.MODEL, null)).isEqualTo(Problem.NAME_TAKEN);
    }

    @Test
    void nobodyGivesOrTakesMoreThanTheyHave() {
        people.add("Ana", Role.ADMINISTRATOR, null);
        people.add("Eva", Role.DOOR_STEWARD, null);
        access.take(new Worker("Luis", Set.of(Role.ORGANIZER), Map.of()));
        assertThat(people.become("Eva", Role.ADMINISTRATOR))
                .isEqualTo(new PersonOutcome.NotYours(Role.ADMINISTRATOR));
        assertThat(people.become("Ana", Role.SPONSOR))
                .isEqualTo(new PersonOutcome.NotYours(Role.ADMINISTRATOR));
        assertThat(people.become("eva", Role.DOOR_SUPERVISOR))
                .isEqualTo(new PersonOutcome.Saved(new Person("Eva", Role.DOOR_SUPERVISOR, null)));
        access.take(new Worker("Eva", Set.of(Role.DOOR_SUPERVISOR), Map.of()));
        assertThatThrownBy(() -> people.become("Eva", Role.MODEL)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> people.add("Rosa", Role.MODEL, null))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void somebodyIsLeftWhoAdministers() {
        people.add("Ana", Role.ADMINISTRATOR, null);
        assertThat(people.become("Ana", Role.ORGANIZER)).isEqualTo(Problem.LAST_ADMINISTRATOR);
        people.add("Eva", Role.ADMINISTRATOR, null);
        assertThat(people.become("Ana", Role.ORGANIZER)).isInstanceOf(PersonOutcome.Saved.class);
        assertThat(people.become("Nadie", Role.ORGANIZER)).isEqualTo(Problem.NO_SUCH_PERSON);
    }

    @Test
    void whoWorksAtOneEventIsKnownThereAndKeepsTheirNameHoweverItIsWritten() {
        people.add("Ana", Role.TEAM_MEMBER, "ana@correo.co");
        assertThat(people.assign(GALA, "ANA", Role.DOOR_SUPERVISOR))
                .isEqualTo(
                        new PersonOutcome.Assigned(
                                new StaffMember(GALA, "Ana", Role.DOOR_SUPERVISOR)));
        people.assign(GALA, "Eva", Role.BOX_OFFICE);
        assertThat(people.all()).extracting(Member::name).containsExactly("Ana", "Eva");
        assertThat(people.around(Optional.of(GALA)))
                .containsExactly(
                        new Person("Ana", Role.DOOR_SUPERVISOR, "ana@correo.co"),
                        new Person("Eva", Role.BOX_OFFICE, null));
        assertThat(people.around(Optional.of(FERIA)))
                .containsExactly(new Person("Ana", Role.TEAM_MEMBER, "ana@correo.co"));
        assertThat(people.around(Optional.empty())).extracting(Person::name).contains("Eva");
        assertThat(people.release(FERIA, "Eva")).isEqualTo(Problem.NOT_AT_EVENT);
        assertThat(people.release(GALA, "eva")).isInstanceOf(PersonOutcome.Released.class);
        assertThat(people.all()).extracting(Member::name).containsExactly("Ana");
        // Somebody of one event may come to be of the organisation.
        people.assign(GALA, "Eva", Role.BOX_OFFICE);
        assertThat(people.add("Eva", Role.SPONSOR, null)).isInstanceOf(PersonOutcome.Saved.class);
        assertThat(people.assign(GALA, "", Role.BOX_OFFICE)).isEqualTo(Problem.NAME_EMPTY);
    }

    @Test
    void whoAdministersOneEventChangesItsPeopleOnly() {
        people.assign(GALA, "Eva", Role.DOOR_STEWARD);
        people.assign(GALA, "Rosa", Role.ADMINISTRATOR);
        access.take(new Worker("Luis", Set.of(), Map.of(GALA.value(), Set.of(Role.ORGANIZER))));
        assertThat(people.assign(GALA, "Eva", Role.BOX_OFFICE))
                .isInstanceOf(PersonOutcome.Assigned.class);
        assertThat(people.assign(GALA, "Eva", Role.ADMINISTRATOR))
                .isEqualTo(new PersonOutcome.NotYours(Role.ADMINISTRATOR));
        assertThat(people.release(GALA, "Rosa"))
                .isEqualTo(new PersonOutcome.NotYours(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> people.assign(FERIA, "Eva", Role.DOOR_STEWARD))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> people.add("Eva", Role.SPONSOR, null))
                .isInstanceOf(NotPermitted.class);
    }
}
