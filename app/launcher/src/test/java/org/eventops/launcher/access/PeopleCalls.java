package org.eventops.launcher.access;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.audit.AuditSearch;
import org.eventops.domain.audit.AuditService;
import org.eventops.domain.audit.GivenOut;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.Supervision;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.ComputerService;
import org.eventops.domain.people.PasswordService;
import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.PinService;
import org.eventops.domain.people.Workers;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.Trusted;

/** The calls about people, how they come in, and what is written down of what they do. */
final class PeopleCalls {
    private final Map<String, ServiceCalls.Line> lines = new LinkedHashMap<>();

    PeopleCalls(OpenConsole console, EventId event) {
        PeopleService people = console.people();
        Class<?> of = PeopleService.class;
        anybody(of, "all()", people::all);
        takes(
                Permission.CHANGE_PEOPLE,
                of,
                "add(String,Role,String)",
                () -> people.add("Eva", Role.SPONSOR, null));
        takes(
                Permission.CHANGE_PEOPLE,
                of,
                "become(String,Role)",
                () -> people.become("Nobody", Role.SPONSOR));
        anybody(of, "around(Optional)", () -> people.around(Optional.empty()));
        takes(
                Permission.CHANGE_PEOPLE,
                of,
                "assign(EventId,String,Role)",
                () -> people.assign(event, "Eva", Role.SPONSOR));
        takes(
                Permission.CHANGE_PEOPLE,
                of,
                "release(EventId,String)",
                () -> people.release(event, "Eva"));
        GivenOut notes =
                new GivenOut(
                        console.store().transactions(),
                        console.store().events(),
                        console.store().audit());
        takes(
                Permission.SEE_EVENTS,
                GivenOut.class,
                "note(String,String)",
                () -> notes.note("none", "none"));
        AuditService audit = console.audit();
        takes(
                Permission.SEE_AUDIT,
                AuditService.class,
                "find(AuditSearch)",
                () -> audit.find(AuditSearch.newest(1)));
        takes(
                Permission.SEE_AUDIT,
                AuditService.class,
                "verify(Collection,Progress)",
                () -> audit.verify(List.of(), Progress.NONE));
        PasswordService passwords = console.passwords();
        of = PasswordService.class;
        anybody(of, "owners()", passwords::owners);
        anybody(of, "withSecondFactor()", passwords::withSecondFactor);
        anybody(of, "leftOver()", passwords::leftOver);
        anybody(of, "enrol()", passwords::enrol);
        anybody(of, "confirm(String)", () -> passwords.confirm("000000"));
        takes(
                Permission.CHANGE_PEOPLE,
                of,
                "give(String,String)",
                () -> passwords.give("Ana", "short"));
        takes(Permission.CHANGE_PEOPLE, of, "remove(String)", () -> passwords.remove("Eva"));
        takes(
                Permission.CHANGE_PEOPLE,
                of,
                "dropSecondFactor(String)",
                () -> passwords.dropSecondFactor("Eva"));
        computer(console);
        // Only whoever has asked for a password calls it; nobody is anybody before that.
        Workers workers =
                new Workers(
                        console.store().transactions(),
                        console.store().people(),
                        console.store().access());
        anybody(Workers.class, "take(String)", () -> workers.take("Nobody"));
        PinService pins = console.pins();
        of = PinService.class;
        anybody(of, "owners()", pins::owners);
        anybody(of, "check(String,String)", () -> pins.check("Nobody", "2580"));
        takes(Permission.CHANGE_PEOPLE, of, "set(String,String)", () -> pins.set("Eva", "2580"));
        takes(Permission.CHANGE_PEOPLE, of, "remove(String)", () -> pins.remove("Eva"));
        Supervision supervision = console.supervision();
        of = Supervision.class;
        anybody(
                of,
                "withPin(String,String,Optional)",
                () -> supervision.withPin("Nobody", "2580", Optional.of(event)));
        takes(
                Permission.SUPERVISE_DOORS,
                of,
                "withoutPin(String,Optional)",
                () ->
                        supervision.withoutPin(
                                console.store().access().worker().name(), Optional.of(event)));
    }

    private void computer(OpenConsole console) {
        Path nowhere = Path.of("nowhere");
        ComputerService computer = Trusted.of(console.store(), nowhere, Clock.systemUTC());
        Class<?> of = ComputerService.class;
        anybody(of, "person()", computer::person);
        anybody(of, "opensWindow()", computer::opensWindow);
        anybody(of, "problem()", computer::problem);
        takes(
                Permission.CHANGE_PEOPLE,
                of,
                "allow(String,boolean)",
                () -> computer.allow("Nobody", false));
        takes(Permission.CHANGE_PEOPLE, of, "forget()", computer::forget);
    }

    private void takes(Permission permission, Class<?> service, String method, Runnable call) {
        put(Optional.of(permission), service, method, call);
    }

    private void anybody(Class<?> service, String method, Runnable call) {
        put(Optional.empty(), service, method, call);
    }

    private void put(Optional<Permission> takes, Class<?> service, String method, Runnable call) {
        lines.put(
                service.getSimpleName() + "." + method, new ServiceCalls.Line(takes, false, call));
    }

    Map<String, ServiceCalls.Line> lines() {
        return lines;
    }
}
