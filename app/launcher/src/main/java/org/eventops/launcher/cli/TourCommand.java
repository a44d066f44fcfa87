package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.console.shell.Appearance.Theme;
import org.eventops.domain.change.Progress;
import org.eventops.launcher.bench.Scratch;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.TourRun;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Saves a picture of every screen with the demo data; the person's own store is not touched. */
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out = Path.of("");

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1440x900")
    private String size = "";

    @Option(names = "--theme", paramLabel = "light|dark|contrast")
    private @Nullable Theme theme;

    TourCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Matcher parts = SIZE.matcher(size);
        if (!parts.matches()) {
            throw CliFailure.usage(
                    session.text(
                            "cli.usage.value",
                            "--size",
                            ShownValue.of(size),
                            "1440x900, 1280x800"));
        }
        try {
            Files.createDirectories(session.folder("--out", out));
        } catch (IOException e) {
            throw notWritten(out, e);
        }
        TourRun.drawWithoutDisplay();
        try (Scratch scratch = Scratch.beside(out);
                OpenConsole console = OpenConsole.open(scratch.folder(), session.clock())) {
            console.demo().fill(Progress.NONE);
            TourRun run =
                    TourRun.of(
                            console,
                            session.dataFolder(),
                            session.clock(),
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)));
            themes().forEach(t -> languages().forEach(l -> pictures(run, l, t)));
        }
        return ExitCode.DONE.status();
    }

    private void pictures(TourRun run, Locale language, Theme drawn) {
        run.pictures(
                language,
                drawn,
                (name, png) ->
                        save("%s-%s-%s".formatted(name, JsonRow.word(drawn), language), png));
    }

    /** What was not chosen is shown in every way there is. */
    private List<Theme> themes() {
        return theme == null ? List.of(Theme.LIGHT, Theme.DARK) : List.of(theme);
    }

    private List<Locale> languages() {
        return session.languageChosen() ? List.of(session.texts().locale()) : Texts.LANGUAGES;
    }

    private void save(String name, byte[] png) {
        Path file = out.resolve(name + ".png");
        try {
            Files.write(file, png);
        } catch (IOException e) {
            throw notWritten(file, e);
        }
        session.answer(
                JsonRow.of("picture", name).put("file", file.toString()).map(), file.toString());
    }

    private CliFailure notWritten(Path file, IOException e) {
        return CliFailure.environment(session.text("cli.tour.failed", file, e.toString()));
    }
}
