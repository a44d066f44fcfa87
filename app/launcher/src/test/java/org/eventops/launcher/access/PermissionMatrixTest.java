package org.eventops.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.ImportTimes;
import org.eventops.domain.readiness.EventLooks;
import org.eventops.domain.readiness.Look;
import org.eventops.domain.readiness.PlaceLooks;
import org.eventops.domain.sync.SyncedRows;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every service method and every port, with every role, in a real store. */
class PermissionMatrixTest {
    /** They look at many things for the readiness page, each of which is guarded by itself. */
    private static final Set<String> LOOKS =
            Set.of(
                    PlaceLooks.class.getSimpleName(),
                    EventLooks.class.getSimpleName(),
                    ImportTimes.class.getSimpleName());

    @TempDir Path folder;
    private OpenConsole console;
    private Access access;

    @BeforeEach
    void open() {
        console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        access = console.store().access();
        new BigEvent(20, 4).into(console);
        console.signing()
                .rotate(
                        console.store()
                                .transactions()
                                .read(() -> console.store().events().id(BigEvent.SLUG))
                                .orElseThrow());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void theRolesAreAsWrittenDown() {
        for (Role role : Role.values()) {
            for (Permission permission : Permission.values()) {
                assertThat(role.may(permission))
                        .as(role + " " + permission)
                        .isEqualTo(Matrix.permits(role, permission));
            }
        }
    }

    @Test
    void everyServiceMethodAllowsAndRefusesAsTheMatrixSays() {
        ServiceCalls calls = new ServiceCalls(console, folder.resolve("out"));
        SoftAssertions all = new SoftAssertions();
        for (Role role : Role.values()) {
            calls.lines().forEach((name, line) -> check(all, role, name, line));
        }
        all.assertAll();
    }

    private void check(SoftAssertions all, Role role, String name, ServiceCalls.Line line) {
        try {
            all.assertThat(refused(worker(role), line))
                    .as("%s refused %s", name, role)
                    .isNotEqualTo(allowed(role, line.takes()));
        } catch (RuntimeException | AssertionError e) {
            all.fail("%s as %s".formatted(name, role), e);
        }
    }

    @Test
    void noServiceMethodIsUnlisted() {
        Set<String> listed = new ServiceCalls(console, folder).lines().keySet();
        assertThat(serviceMethods()).isNotEmpty().isEqualTo(new TreeSet<>(listed));
    }

    @Test
    void everyPortAllowsAndRefusesAsTheMatrixSays() {
        Map<String, Optional<Permission>> rules = Ports.rules();
        EventId event = new ServiceCalls(console, folder).event();
        Set<String> seen = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        Ports.of(console)
                .forEach(
                        (port, real) -> {
                            for (Method method : port.getMethods()) {
                                String name = port.getSimpleName() + "." + method.getName();
                                seen.add(name);
                                for (Role role : Role.values()) {
                                    ServiceCalls.Line call = calling(method, real, event);
                                    boolean allowed =
                                            allowed(
                                                    role,
                                                    rules.getOrDefault(
                                                            name,
                                                            Optional.of(
                                                                    Permission.CHANGE_DEVICES)));
                                    if (refused(worker(role), call) == allowed) {
                                        wrong.add(role + " " + name);
                                    }
                                }
                            }
                        });
        assertThat(wrong).isEmpty();
        assertThat(seen).isEqualTo(new TreeSet<>(rules.keySet()));
    }

    @Test
    void whoAdministersOneEventMayNotDoWhatIsTheOrganisations() {
        EventId event = new ServiceCalls(console, folder).event();
        Worker here =
                new Worker("Eva", Set.of(), Map.of(event.value(), Set.of(Role.ADMINISTRATOR)));
        Set<String> wide = new TreeSet<>();
        Ports.of(console)
                .forEach(
                        (port, real) -> {
                            for (Method method : port.getMethods()) {
                                if (refused(here, calling(method, real, event))) {
                                    wide.add(port.getSimpleName() + "." + method.getName());
                                }
                            }
                        });
        assertThat(wide).isEqualTo(new TreeSet<>(Ports.WIDE));
    }

    @Test
    void settlingAConflictLetsNobodyDoWhatTheyMayNotDoThemselves() {
        UUID none = UUID.randomUUID();
        SyncedRows rows = console.store().syncedRows();
        for (Role role : Role.values()) {
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                boolean allowed =
                        Matrix.permits(role, Permission.SETTLE_CONFLICTS)
                                && Matrix.permits(role, Matrix.writes(table.name()));
                Runnable call = () -> rows.delete(table.name(), none);
                assertThat(
                                refused(
                                        worker(role),
                                        new ServiceCalls.Line(Optional.empty(), false, call)))
                        .as("%s settles in %s", role, table.name())
                        .isNotEqualTo(allowed);
            }
        }
    }

    @Test
    void whatTheProgramLooksAtIsFoundWhoeverIsThere() {
        EventRow event = rows().getFirst();
        for (Role role : Role.values()) {
            access.take(worker(role));
            console.readiness(Optional.empty()).looks(Optional.of(event)).stream()
                    .filter(Look::quick)
                    .forEach(
                            look ->
                                    assertThatCode(look::find)
                                            .as("%s as %s", look.topic(), role)
                                            .doesNotThrowAnyException());
            access.take(Worker.OWNER);
        }
    }

    @Test
    void aTicketAndAListAreChangedAtTheirOwnEventOnly() {
        ServiceCalls calls = new ServiceCalls(console, folder);
        EventId elsewhere = new EventId(console.store().ids().next());
        EventContent before = content();
        assertThatThrownBy(() -> calls.recodeAt(elsewhere)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> calls.saveListAt(elsewhere)).isInstanceOf(RuntimeException.class);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        ServiceCalls calls = new ServiceCalls(console, folder.resolve("out"));
        EventContent before = content();
        for (Role role : Role.values()) {
            calls.lines().entrySet().stream()
                    .filter(line -> !allowed(role, line.getValue().takes()))
                    .forEach(
                            line -> {
                                access.take(worker(role));
                                assertThatThrownBy(() -> line.getValue().call().run())
                                        .as(line.getKey() + " as " + role)
                                        .isInstanceOf(NotPermitted.class);
                                access.take(Worker.OWNER);
                            });
        }
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aRoleAtOneEventIsGoodForThatEventOnly() {
        EventId here = new ServiceCalls(console, folder).event();
        EventId elsewhere = new EventId(console.store().ids().next());
        access.take(
                new Worker("Eva", Set.of(), Map.of(elsewhere.value(), Set.of(Role.DOOR_STEWARD))));
        assertThatThrownBy(() -> scan(here)).isInstanceOf(NotPermitted.class);
        assertThat(rows()).isEmpty();
        access.take(new Worker("Eva", Set.of(), Map.of(here.value(), Set.of(Role.DOOR_STEWARD))));
        scan(here);
        assertThat(rows()).extracting(EventRow::slug).containsExactly(BigEvent.SLUG);
        // An import may bring any event: a role at one of them is not enough.
        access.take(new Worker("Eva", Set.of(), Map.of(here.value(), Set.of(Role.ORGANIZER))));
        assertThatThrownBy(() -> console.importer().look(folder)).isInstanceOf(NotPermitted.class);
    }

    private void scan(EventId event) {
        console.checkins()
                .checkin(
                        event,
                        BigEvent.LIST,
                        ScanRequest.entry(BigEvent.code(7), Clock.systemUTC().instant()),
                        Operator.steward("Eva"),
                        "door");
    }

    private List<EventRow> rows() {
        return console.store().transactions().read(() -> console.store().events().rows());
    }

    private EventContent content() {
        return console.store()
                .transactions()
                .read(() -> console.store().exchange().load(BigEvent.SLUG).orElseThrow());
    }

    private static boolean allowed(Role role, Optional<Permission> takes) {
        return takes.map(each -> Matrix.permits(role, each)).orElse(true);
    }

    private static Worker worker(Role role) {
        return new Worker("Eva Test", Set.of(role), Map.of());
    }

    /** Calls it as somebody in this role, and takes back whatever it did. */
    private boolean refused(Worker worker, ServiceCalls.Line line) {
        access.take(worker);
        try {
            if (line.parts()) {
                line.call().run();
            } else {
                takenBack(line.call());
            }
            return false;
        } catch (NotPermitted e) {
            return true;
        } finally {
            access.take(Worker.OWNER);
        }
    }

    private void takenBack(Runnable call) {
        Transactions transactions = console.store().transactions();
        assertThatThrownBy(
                        () ->
                                transactions.write(
                                        () -> {
                                            call.run();
                                            throw new TakenBack();
                                        }))
                .satisfies(
                        thrown -> {
                            if (thrown instanceof NotPermitted refusal) {
                                throw refusal;
                            }
                        })
                .isInstanceOf(TakenBack.class);
    }

    private static ServiceCalls.Line calling(Method method, Object port, EventId event) {
        return new ServiceCalls.Line(Optional.empty(), false, () -> invoke(method, port, event));
    }

    /** With an event where one is wanted, and else with nothing: it is asked before it is done. */
    private static void invoke(Method method, Object port, EventId event) {
        @Nullable Object[] nothing =
                Arrays.stream(method.getParameterTypes())
                        .<@Nullable Object>map(
                                type -> type == EventId.class ? event : nothing(type))
                        .toArray();
        try {
            method.invoke(port, nothing);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof NotPermitted refusal) {
                throw refusal;
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }

    private static Set<String> serviceMethods() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.eventops.domain")
                        .stream()
                        .filter(PermissionMatrixTest::isService)
                        .filter(each -> !LOOKS.contains(each.getSimpleName()))
                        .flatMap(each -> Arrays.stream(each.reflect().getDeclaredMethods()))
                        .filter(each -> Modifier.isPublic(each.getModifiers()))
                        .filter(each -> !each.getName().equals("close"))
                        .map(PermissionMatrixTest::named)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whatever works on the store, or on a service that does. */
    private static boolean isService(JavaClass type) {
        return !type.isInterface()
                && !type.isRecord()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getAllFields().stream()
                        .anyMatch(
                                field ->
                                        field.getRawType().isEquivalentTo(Transactions.class)
                                                || field.getRawType()
                                                        .getSimpleName()
                                                        .endsWith("Service"));
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName()
                + "."
                + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
