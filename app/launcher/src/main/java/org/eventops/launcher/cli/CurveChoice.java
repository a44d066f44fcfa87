package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.door.rehearsal.ArrivalCurve;
import org.eventops.domain.door.rehearsal.BuiltInCurve;
import org.eventops.domain.door.rehearsal.CurveFile;
import org.eventops.domain.door.rehearsal.CurveOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/** Finds the curve that the options of a rehearsal name. */
final class CurveChoice {
    private final Session session;
    private final OpenConsole console;

    CurveChoice(Session session, OpenConsole console) {
        this.session = session;
        this.console = console;
    }

    /** The one that is named; the late rush where none is. */
    ArrivalCurve curve(@Nullable String name, @Nullable String slug, @Nullable Path file) {
        if (Stream.of(name, slug, file).filter(Objects::nonNull).count() > 1) {
            throw session.wrong(
                    slug == null ? "--curve-file" : "--curve-from",
                    String.valueOf(slug == null ? file : slug),
                    session.text("cli.rehearse.onecurve"));
        }
        if (slug != null) {
            return earlier(slug);
        }
        if (file != null) {
            return read(file);
        }
        return name == null ? BuiltInCurve.LATE_RUSH : named(name);
    }

    private BuiltInCurve named(String name) {
        String all =
                Arrays.stream(BuiltInCurve.values())
                        .map(BuiltInCurve::word)
                        .collect(Collectors.joining(", "));
        return BuiltInCurve.of(name)
                .orElseThrow(
                        () ->
                                session.wrong(
                                        "--curve", name, session.text("cli.expected.oneof", all)));
    }

    private ArrivalCurve earlier(String slug) {
        new EventChoice(session, console).event("--curve-from", slug);
        return console.earlierArrivals()
                .of(slug)
                .orElseThrow(
                        () ->
                                session.wrong(
                                        "--curve-from",
                                        slug,
                                        session.text("cli.rehearse.entered")));
    }

    private ArrivalCurve read(Path file) {
        CurveOutcome outcome;
        try {
            outcome = console.curveFiles().read(file);
        } catch (IOException e) {
            throw session.wrong("--curve-file", file.toString(), session.text("cli.import.file"));
        }
        return switch (outcome) {
            case CurveOutcome.Read found -> found.curve();
            case CurveOutcome.Empty none ->
                    throw session.wrong(
                            "--curve-file",
                            file.toString(),
                            session.text("rehearsal.expected.ANYONE"));
            case CurveOutcome.Wrong wrong -> throw wrong(file, wrong);
        };
    }

    private CliFailure wrong(Path file, CurveOutcome.Wrong wrong) {
        return session.wrong(
                session.text("cli.rehearse.place", file.getFileName(), wrong.line()),
                wrong.value(),
                session.text(
                        "rehearsal.expected." + wrong.expected(),
                        CurveFile.MOST_MINUTES,
                        CurveFile.MOST_PEOPLE));
    }
}
