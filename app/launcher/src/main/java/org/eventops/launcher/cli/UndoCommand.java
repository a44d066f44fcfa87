package org.eventops.launcher.cli;

import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eventops.console.feature.door.DecisionTexts;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.UndoOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a scan back, whenever it was. */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SCAN", descriptionKey = "scan")
    private UUID scan = new UUID(0, 0);

    @Option(names = "--reason", paramLabel = "R", required = true)
    private String reason = "";

    UndoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::undo);
    }

    private int undo(OpenConsole console) {
        ScanId id = new ScanId(scan);
        UndoOutcome outcome =
                console.checkins().undo(id, new CommandPerson(console).at(id), reason);
        String sentence = new DecisionTexts(session.texts()).undo(outcome, ZoneOffset.UTC);
        if (!(outcome instanceof UndoOutcome.Undone)) {
            throw CliFailure.input(scan + ": " + sentence);
        }
        session.answer(JsonRow.of("scan", scan.toString()).put("undone", true).map(), sentence);
        return ExitCode.DONE.status();
    }
}
