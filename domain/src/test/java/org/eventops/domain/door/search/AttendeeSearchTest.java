package org.eventops.domain.door.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Guard;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.change.Feature;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketingRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendeeSearchTest {
    private final FakeAttendees store = new FakeAttendees();
    private final List<Runnable> background = new ArrayList<>();
    private final AttendeeSearch search =
            new AttendeeSearch(
                    store,
                    store,
                    store,
                    new Access(),
                    background::add,
                    new Meter(System::nanoTime));

    @BeforeEach
    void people() {
        store.put(
                FakeAttendees.row(
                        "K3V9Q0", "Ana Peña", "ana@correo.co", "+57 300 123-4567", "Café Río"));
        store.put(FakeAttendees.row("M1", "Jürgen Müller", "jm@firma.de", null, null));
        store.put(FakeAttendees.row("M2", "Zoë Straße-Østergård", null, null, null));
        store.put(FakeAttendees.row("M3", "Łukasz O'Brien", "lukasz@x.pl", null, null));
        store.put(FakeAttendees.row("M4", "王小明", "wang@x.cn", "13800000000", null));
        store.put(FakeAttendees.row("M5", null, null, null, null));
        store.put(FakeAttendees.row("M6", "Mariana Ana", null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "pena, K3V9Q0",
        "PEÑA, K3V9Q0",
        "muller, M1",
        "strasse, M2",
        "ostergard, M2",
        "lukasz, M3",
        "obrien, M3",
        "o'brien, M3",
        "小明, M4",
        "correo.co, K3V9Q0",
        "cafe rio, K3V9Q0",
        "rio pena, K3V9Q0",
        "k3v9, K3V9Q0",
        "rk3v9q0, K3V9Q0",
        "3001234567, K3V9Q0",
        "+57 300, K3V9Q0",
        "123 4567, K3V9Q0",
        "mulelr, M1",
        "mulller, M1",
        "muler, M1",
        "miller, M1",
        "nuller, M1",
        "mullet, M1",
        "jurgne, M1",
        "jurgen mullet, M1",
    })
    void finds(String typed, String code) {
        assertThat(find(typed)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"p", "' '", "1", "pxna", "mxxler", "pena muller", "'-'", "4567123"})
    void findsNobody(String typed) {
        assertThat(find(typed)).isEmpty();
    }

    @Test
    void putsTheStartOfAWordFirstAndTypingErrorsLast() {
        store.put(FakeAttendees.row("T1", "Zacarias Miller", null, null, null));
        store.put(FakeAttendees.row("T2", "Aamuller", null, null, null));
        assertThat(find("muller")).containsExactly("M1", "T2", "T1");
    }

    @Test
    void putsTheStartOfACodeBeforeTheMiddleOfAName() {
        store.put(FakeAttendees.row("ZZ9A", "Zulu", null, null, null));
        store.put(FakeAttendees.row("C2", "Azz9b", null, null, null));
        assertThat(find("zz9")).containsExactly("ZZ9A", "C2");
    }

    @Test
    void ordersByNameWhatFitsAsWell() {
        assertThat(find("ana")).containsExactly("K3V9Q0", "M6");
    }

    @Test
    void showsWhatTheStoreSaysNow() {
        find("pena");
        AttendeeRow old = store.rows.get(FakeAttendees.id("K3V9Q0"));
        assertThat(old).isNotNull();
        store.put(FakeAttendees.row("K3V9Q0", "Ana Peña", "new@x.co", null, null));
        assertThat(search.find(FakeAttendees.EVENT, "pena", 5))
                .singleElement()
                .extracting(AttendeeRow::email)
                .isEqualTo("new@x.co");
    }

    @Test
    void neverShowsSomebodyUnderANameTheyNoLongerHave() {
        find("pena");
        store.put(FakeAttendees.row("K3V9Q0", "Ana Gómez", null, null, null));
        store.tell(Feature.TICKETING);
        assertThat(find("pena")).isEmpty();
    }

    @Test
    void findsATicketThatWasJustSold() {
        find("pena");
        store.put(FakeAttendees.row("NEW", "Walk In", null, null, null));
        store.tell(Feature.TICKETING);
        assertThat(find("walk in")).containsExactly("NEW");
    }

    @Test
    void readsTheNamesAgainInTheBackgroundAndOnlyAfterAChange() {
        find("pena");
        find("pena");
        store.tell(Feature.DOOR);
        find("pena");
        assertThat(store.allRead).isEqualTo(1);
        assertThat(background).isEmpty();
        store.tell(Feature.TICKETING);
        find("pena");
        find("pena");
        assertThat(background).hasSize(1);
        background.getFirst().run();
        find("pena");
        assertThat(store.allRead).isEqualTo(2);
        assertThat(background).hasSize(1);
    }

    @Test
    void readsForThoseWhoComeLaterAlsoWhenSomebodyElseHasTakenOver() {
        Access access = new Access();
        TicketingRepository guarded = Guard.over(TicketingRepository.class, store, access);
        AttendeeSearch held =
                new AttendeeSearch(
                        store,
                        guarded,
                        store,
                        access,
                        background::add,
                        new Meter(System::nanoTime));
        held.prepare(FakeAttendees.EVENT);
        store.tell(Feature.TICKETING);
        held.find(FakeAttendees.EVENT, "pena", 1);
        access.take(new Worker("Eva", Set.of(Role.SPONSOR), Map.of()));
        background.getFirst().run();
        assertThat(store.allRead).isEqualTo(2);
        assertThatThrownBy(() -> held.find(FakeAttendees.EVENT, "pena", 1))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void givesNoMoreThanAskedFor() {
        assertThat(search.find(FakeAttendees.EVENT, "an", 1)).hasSize(1);
        assertThat(search.find(FakeAttendees.EVENT, "an", 0)).isEmpty();
    }

    private List<String> find(String typed) {
        return search.find(FakeAttendees.EVENT, typed, 20).stream().map(AttendeeRow::code).toList();
    }
}
