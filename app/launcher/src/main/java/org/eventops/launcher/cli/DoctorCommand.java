package org.eventops.launcher.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.domain.change.StoreException;
import org.eventops.launcher.doctor.Check;
import org.eventops.launcher.doctor.MachineChecks;
import org.eventops.launcher.doctor.StoreChecks;
import picocli.CommandLine.Command;

/** Says whether this console is ready for the door, also where its store cannot be opened. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ExitCode exit = ExitCode.DONE;
        List<Check> checks = new ArrayList<>();
        try {
            session.inStore(
                    console -> {
                        StoreChecks store =
                                new StoreChecks(session.texts(), console, session.clock());
                        checks.addAll(store.all());
                        return 0;
                    });
        } catch (StoreException e) {
            checks.add(new Check("store", false, session.sentence(e)));
            exit = ExitCode.ENVIRONMENT;
        }
        checks.addAll(new MachineChecks(session.texts(), session.dataFolder()).all());
        checks.forEach(this::print);
        return exit.status();
    }

    private void print(Check check) {
        session.answer(
                JsonRow.of("check", check.name())
                        .put("ok", check.ok())
                        .put("detail", check.detail())
                        .map(),
                "%s %-10s %s".formatted(check.ok() ? "✓" : "✗", check.name(), check.detail()));
    }
}
