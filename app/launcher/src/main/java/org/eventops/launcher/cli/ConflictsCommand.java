package org.eventops.launcher.cli;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eventops.domain.sync.ConflictCase;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what could not stand both. */
@Command(name = "conflicts")
final class ConflictsCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    private final Session session;

    @Option(names = "--resolved")
    private boolean all;

    @Option(names = "--event", paramLabel = "SLUG")
    private @Nullable String event;

    ConflictsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::list);
    }

    private int list(OpenConsole console) {
        List<ConflictCase> found =
                console.sync()
                        .cases()
                        .list(new ConflictRepository.Query(all, Set.of(), scope(console), MOST));
        ConflictLines lines = new ConflictLines(session);
        found.forEach(lines::print);
        if (found.isEmpty()) {
            session.output().note(session.text("cli.conflicts.none"));
        }
        return ExitCode.DONE.status();
    }

    private @Nullable UUID scope(OpenConsole console) {
        String slug = event;
        return slug == null
                ? null
                : new EventChoice(session, console).event("--event", slug).id().value();
    }
}
