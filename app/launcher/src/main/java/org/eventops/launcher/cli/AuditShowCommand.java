package org.eventops.launcher.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eventops.console.feature.audit.AuditWords;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.event.EventRow;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who did what, the newest first. */
@Command(name = "show")
final class AuditShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private final AuditChoice choice = new AuditChoice();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", descriptionKey = "limit")
    private int limit = 100;

    AuditShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw session.wrong("--limit", Integer.toString(limit), "1…");
        }
        return session.inStore(this::show);
    }

    private int show(OpenConsole console) {
        List<AuditLine> found = choice.find(session, console, limit);
        if (session.json()) {
            Map<UUID, String> slugs = AuditChoice.by(AuditChoice.events(console), EventRow::slug);
            found.forEach(each -> session.output().json(object(each, slugs).map()));
        } else if (found.isEmpty()) {
            session.output().note(session.text("audit.none.title"));
        } else {
            table(found, AuditChoice.words(session, console));
        }
        return ExitCode.DONE.status();
    }

    private static JsonRow object(AuditLine line, Map<UUID, String> slugs) {
        AuditLine.What what = line.what();
        return JsonRow.of("at", what.at().toString())
                .put("who", what.who())
                .put("device", what.device())
                .put("deed", JsonRow.word(what.deed()))
                .put("event", slugs.get(what.scope()))
                .put("table", what.table().isEmpty() ? null : what.table())
                .put("row", what.row() == null ? null : what.row().toString())
                .put("rows", what.changed())
                .put("details", line.details() == null ? null : Output.asNode(line.details()))
                .put("chain", line.link().chain())
                .put("number", line.link().number())
                .put("hash", line.link().hash());
    }

    private void table(List<AuditLine> found, AuditWords words) {
        Columns columns = new Columns(false, false, false, false, false, false);
        for (AuditLine line : found) {
            AuditLine.What what = line.what();
            columns.add(
                    time(what.at()),
                    words.who(line),
                    what.device(),
                    words.deed(line),
                    words.of(line),
                    words.details(line));
        }
        columns.lines().forEach(session.output()::line);
    }

    private String time(Instant at) {
        ZoneId zone = session.clock().getZone();
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
