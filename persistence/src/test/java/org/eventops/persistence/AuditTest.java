package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditSearch;
import org.eventops.domain.audit.AuditService;
import org.eventops.domain.audit.AuditVerdict;
import org.eventops.domain.audit.AuditVerdict.Fault;
import org.eventops.domain.audit.AuditVerdict.Kind;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Sought;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.Person;
import org.eventops.domain.people.StaffMember;
import org.eventops.persistence.replica.StoreProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;

    @Test
    void tellsWhoDidWhatToWhatWithBeforeAndAfter() {
        try (Store store = Store.open(folder, CLOCK)) {
            person(store, "Eva", Role.DOOR_STEWARD);
            store.access().take(new Worker("Ana", Set.of(Role.ADMINISTRATOR), Map.of()));
            person(store, "Eva", Role.DOOR_SUPERVISOR);
            List<AuditLine> lines = find(store, "");
            assertThat(lines).hasSize(2);
            AuditLine change = lines.getFirst();
            assertThat(change.what().who()).isEqualTo("Ana");
            assertThat(change.what().deed()).isEqualTo(Deed.CHANGED);
            assertThat(change.what().table()).isEqualTo("person");
            assertThat(change.what().device()).isEqualTo(store.deviceName());
            assertThat(change.details())
                    .isEqualTo("{\"role\":[\"DOOR_STEWARD\",\"DOOR_SUPERVISOR\"]}");
            assertThat(lines.get(1).what().who()).as("nobody protects it yet").isEmpty();
            assertThat(find(store, "SUPERVISOR")).containsExactly(change);
            assertThat(find(store, "ana")).containsExactly(change);
        }
    }

    @Test
    void aScanIsItsOwnRecordAndAnOverrideIsTold() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId gala = Gala.made(store, 3);
            int before = find(store, "").size();
            Gala.scanned(store, gala, "t0");
            assertThat(find(store, "")).hasSize(before);
            overridden(store, gala, "t0");
            assertThat(find(store, "guest of honour"))
                    .singleElement()
                    .satisfies(
                            line -> {
                                assertThat(line.what().table()).isEqualTo("scan");
                                assertThat(line.what().scope()).isEqualTo(gala.value());
                            });
        }
    }

    @Test
    void whoeverShowsTheLinesIsToldOfEachAndOfNothingElse() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId gala = Gala.made(store, 3);
            List<Feature> told = new ArrayList<>();
            store.changes().listen(change -> told.add(change.feature()));
            note(store, gala);
            assertThat(told).containsExactly(Feature.AUDIT);
            told.clear();
            Gala.scanned(store, gala, "t0");
            assertThat(told).containsExactly(Feature.DOOR);
            told.clear();
            overridden(store, gala, "t0");
            assertThat(told).containsExactlyInAnyOrder(Feature.DOOR, Feature.AUDIT);
        }
    }

    @Test
    void manyRowsAtOnceAreCounted() {
        try (Store store = Store.open(folder, CLOCK)) {
            Gala.made(store, 200);
            assertThat(find(store, "ticket_order"))
                    .singleElement()
                    .satisfies(
                            line -> {
                                assertThat(line.what().deed()).isEqualTo(Deed.MANY);
                                assertThat(line.what().changed()).isEqualTo(200);
                                assertThat(line.details()).isEqualTo("{\"added\":200}");
                            });
            assertThat(verify(store).sound()).isTrue();
        }
    }

    @Test
    void whatIsRolledBackLeavesNoLine() {
        try (Store store = Store.open(folder, CLOCK)) {
            person(store, "Eva", Role.DOOR_STEWARD);
            try {
                store.transactions()
                        .write(
                                () -> {
                                    store.people().save(new Person("Luis", Role.MODEL, null));
                                    throw new IllegalArgumentException("no");
                                });
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessage("no");
            }
            assertThat(find(store, "")).hasSize(1);
            assertThat(verify(store)).extracting(AuditVerdict::sound).isEqualTo(true);
        }
    }

    @Test
    void comesBackFromTheJournalAfterACrashAndNothingOfItIsSentToAHub() throws IOException {
        List<AuditLine> lines;
        Path copy = folder.resolve("copy");
        Path store = folder.resolve("store");
        try (Store open = Store.open(store, CLOCK)) {
            EventId gala = Gala.made(open, 3);
            overridden(open, gala, "t0");
            note(open, gala);
            lines = find(open, "");
            assertThat(open.outbox().waiting(0, 1000, Long.MAX_VALUE))
                    .flatExtracting(each -> each.changes())
                    .isNotEmpty()
                    .noneMatch(each -> each.table().startsWith("audit"));
            StoreProbe.copyOf(store, copy);
        }
        Files.delete(copy.resolve("store.mv.db"));
        try (Store rebuilt = Store.open(copy, CLOCK)) {
            assertThat(find(rebuilt, "")).isEqualTo(lines);
            assertThat(verify(rebuilt).faults()).isEmpty();
            note(rebuilt, new EventId(UUID.randomUUID()));
            assertThat(verify(rebuilt).faults()).isEmpty();
        }
    }

    @Test
    void aNoteAloneIsALineAndNoMutation() {
        try (Store store = Store.open(folder, CLOCK)) {
            note(store, new EventId(UUID.randomUUID()));
            assertThat(find(store, ""))
                    .singleElement()
                    .extracting(each -> each.what().deed(), AuditLine::details)
                    .containsExactly(Deed.GIVEN_OUT, "{\"file\":[\"x.csv\"]}");
            assertThat(store.outbox().waiting(0, 10, 1 << 20)).isEmpty();
        }
    }

    /** Every column of the first, a middle and the last line, and every line. */
    @Test
    void whateverIsChangedOrTakenAwayIsFound() throws SQLException {
        try (Store store = Store.open(folder, CLOCK)) {
            person(store, "Ana", Role.ADMINISTRATOR);
            EventId gala = Gala.made(store, 2);
            assign(store, gala, "Eva");
            overridden(store, gala, "t0");
        }
        List<String> ids = column("id");
        assertThat(ids).hasSizeGreaterThan(5);
        Map<String, String> changes =
                Map.ofEntries(
                        Map.entry("chain", "7"),
                        Map.entry("number", "number + 100"),
                        Map.entry("at", "at + INTERVAL '1' SECOND"),
                        Map.entry("who", "who || 'x'"),
                        Map.entry("device", "device || 'x'"),
                        Map.entry("scope", "RANDOM_UUID()"),
                        Map.entry("deed", "CASE deed WHEN 'ADDED' THEN 'REMOVED' ELSE 'ADDED' END"),
                        Map.entry("table_name", "COALESCE(table_name, '') || 'x'"),
                        Map.entry("row_id", "RANDOM_UUID()"),
                        Map.entry("changed", "changed + 1"),
                        Map.entry("details", "'{}'"),
                        Map.entry("salt", "COALESCE(salt, '') || '0'"),
                        Map.entry("digest", "'x' || SUBSTRING(digest, 2)"),
                        Map.entry("previous", "'x' || SUBSTRING(previous, 2)"),
                        Map.entry("hash", "'x' || SUBSTRING(hash, 2)"));
        List<String> unnoticed = new ArrayList<>();
        for (String id : List.of(ids.getFirst(), ids.get(ids.size() / 2), ids.getLast())) {
            changes.forEach(
                    (column, value) -> {
                        String sql =
                                "UPDATE audit_line SET %s = %s WHERE id = '%s'"
                                        .formatted(column, value, id);
                        if (sound(sql)) {
                            unnoticed.add(column + " of " + id);
                        }
                    });
        }
        for (String id : ids) {
            if (sound("DELETE FROM audit_line WHERE id = '%s'".formatted(id))) {
                unnoticed.add(id);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void withoutAJournalACutEndIsFoundByTheHeadThatWasNotedElsewhere() throws Exception {
        String head;
        try (Store store = Store.open(folder, CLOCK)) {
            person(store, "Ana", Role.ADMINISTRATOR);
            person(store, "Eva", Role.MODEL);
            person(store, "Luis", Role.MODEL);
            head = verify(store).heads().getFirst().hash();
            assertThat(verify(store, List.of(head)).sound()).isTrue();
        }
        sql("DELETE FROM audit_line WHERE number = 3");
        try (var files = Files.list(folder.resolve("journal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(verify(store).sound()).as("nothing here knows of it").isTrue();
            assertThat(verify(store, List.of(head)).faults())
                    .extracting(Fault::kind)
                    .containsExactly(Kind.HEAD_GONE);
        }
    }

    @Test
    void detailsAreTakenAwayWithAPersonsDataAndTheChainHolds() throws SQLException {
        try (Store store = Store.open(folder, CLOCK)) {
            person(store, "Rosalinda", Role.MODEL);
            person(store, "Eva", Role.MODEL);
            UUID row = find(store, "rosalinda").getFirst().what().row();
            int lines = find(store, "").size();
            assertThat(
                            store.transactions()
                                    .<Integer>write(() -> store.audit().forget(List.of(row))))
                    .isEqualTo(1);
            assertThat(find(store, "rosalinda")).isEmpty();
            assertThat(find(store, "")).hasSize(lines + 1);
            AuditVerdict verdict = verify(store);
            assertThat(verdict.faults()).isEmpty();
            assertThat(verdict.stripped()).isEqualTo(1);
        }
        try (Store again = Store.open(folder, CLOCK)) {
            assertThat(verify(again).faults()).isEmpty();
        }
        sql("UPDATE audit_line SET details = NULL, salt = NULL WHERE details LIKE '%Eva%'");
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(verify(store).faults())
                    .extracting(Fault::kind)
                    .containsExactly(Kind.DETAILS_GONE);
        }
    }

    /** Long and short writes at the same time, each in its own chain. */
    @Test
    void anImportAndTheDoorDoNotGetInEachOthersWay() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId gala = Gala.made(store, 3);
            Gala.scanned(store, gala, "t1");
            store.transactions()
                    .bulk(
                            () -> {
                                store.exchange().merge(Samples.event("feria", 80), Progress.NONE);
                                Thread door =
                                        Thread.ofVirtual()
                                                .start(() -> overridden(store, gala, "t1"));
                                join(door);
                                return true;
                            });
            assertThat(find(store, "guest of honour")).hasSize(1);
            AuditVerdict verdict = verify(store);
            assertThat(verdict.faults()).isEmpty();
            assertThat(verdict.heads()).hasSize(2);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean sound(String tampering) {
        try {
            sql("CREATE TABLE kept AS SELECT * FROM audit_line");
            sql(tampering);
            boolean sound;
            try (Store store = Store.open(folder, CLOCK)) {
                sound = verify(store).sound();
            }
            sql(
                    "DELETE FROM audit_line; INSERT INTO audit_line SELECT * FROM kept; DROP TABLE kept");
            return sound;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = StoreProbe.open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private List<String> column(String name) throws SQLException {
        try (Connection connection = StoreProbe.open(folder)) {
            return StoreProbe.rows(connection, "SELECT %s FROM audit_line".formatted(name)).stream()
                    .map(each -> each.replace(" | ", ""))
                    .toList();
        }
    }

    private static List<AuditLine> find(Store store, String text) {
        AuditSearch all = AuditSearch.newest(1000);
        AuditSearch search =
                new AuditSearch(
                        Sought.text(text),
                        all.scope(),
                        all.deed(),
                        all.from(),
                        all.until(),
                        all.most());
        return service(store).find(search);
    }

    private static AuditVerdict verify(Store store) {
        return verify(store, List.of());
    }

    private static AuditVerdict verify(Store store, List<String> heads) {
        return service(store).verify(heads, Progress.NONE);
    }

    private static AuditService service(Store store) {
        return new AuditService(store.transactions(), store.audit());
    }

    private static void person(Store store, String name, Role role) {
        written(store, each -> each.people().save(new Person(name, role, null)));
    }

    private static void assign(Store store, EventId event, String name) {
        StaffMember member = new StaffMember(event, name, Role.DOOR_STEWARD);
        written(store, each -> each.people().assign(member));
    }

    private static void note(Store store, EventId event) {
        String details = "{\"file\":[\"x.csv\"]}";
        written(store, each -> each.audit().note(Deed.GIVEN_OUT, event.value(), details));
    }

    private static void written(Store store, Consumer<Store> work) {
        store.transactions()
                .write(
                        () -> {
                            work.accept(store);
                            return true;
                        });
    }

    private static void overridden(Store store, EventId event, String code) {
        ScanRequest request =
                new ScanRequest(
                        code,
                        ScanKind.ENTRY,
                        Samples.START,
                        "north",
                        Map.of(),
                        false,
                        "guest of honour");
        try (CheckinService checkins = Steps.checkins(store)) {
            checkins.checkin(
                    event, "Main", request, Operator.working(store.access(), "Luz", event), "test");
        }
    }
}
