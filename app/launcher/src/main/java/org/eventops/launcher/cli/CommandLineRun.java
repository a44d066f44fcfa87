package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.launcher.log.CrashReport;
import org.eventops.launcher.log.LogFile;
import org.eventops.launcher.wiring.Display;
import org.eventops.launcher.wiring.WindowStart;
import org.eventops.resources.Texts;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Runs one command line from its words to its exit status. */
public final class CommandLineRun {
    private final Texts texts;
    private final Output output;
    private final Session session;
    private final CommandLine line;
    private boolean windowAsked;

    private CommandLineRun(String[] arguments, Output output, Clock clock, ThisComputer computer) {
        this.texts = Texts.of(Language.of(arguments));
        this.output = output;
        EventOpsCommand root = new EventOpsCommand();
        this.session = new Session(root, texts, output, clock, computer);
        this.line = new CommandLine(root);
        new Commands(session).named(arguments).forEach(line::addSubcommand);
        configure();
    }

    /** A run in the language that the arguments ask for. */
    public static CommandLineRun of(String[] arguments, Output output, Clock clock) {
        ThisComputer here = new ThisComputer(SystemKeyStores.here(), Terminal.ofProgram());
        return of(arguments, output, clock, here);
    }

    /** The same at another computer. */
    static CommandLineRun of(
            String[] arguments, Output output, Clock clock, ThisComputer computer) {
        return new CommandLineRun(arguments, output, clock, computer);
    }

    /**
     * @return the exit status, or empty when no command was named, which asks for the window
     */
    public OptionalInt execute(String... arguments) {
        int status = line.execute(arguments);
        return windowAsked ? OptionalInt.empty() : OptionalInt.of(status);
    }

    private int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (!languageIsKnown()) {
            return ExitCode.USAGE.status();
        }
        windowAsked = !parsed.hasSubcommand();
        return windowAsked ? ExitCode.DONE.status() : new CommandLine.RunLast().execute(parsed);
    }

    /** Opens the window, or says why there is none; gives the exit status after it is closed. */
    public int window() {
        if (!Display.isThere(System.getenv(), System.getProperty("os.name"))) {
            return said(ExitCode.ENVIRONMENT, texts.get("cli.window.nodisplay"));
        }
        try {
            LogFile.in(dataFolder());
            WindowStart.run(dataFolder(), session.clock(), texts.locale(), session.offline());
            return ExitCode.DONE.status();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    CommandLine model() {
        return line;
    }

    /** The store's folder that this run asks for, known once the arguments have been read. */
    public Path dataFolder() {
        return session.dataFolder();
    }

    private boolean languageIsKnown() {
        EventOpsCommand root = line.getCommand();
        String asked = root.language();
        if (asked == null
                || Texts.LANGUAGES.stream().anyMatch(each -> each.getLanguage().equals(asked))) {
            return true;
        }
        output.note(texts.get("cli.usage.value", "--lang", ShownValue.of(asked), "es, en"));
        return false;
    }

    private void configure() {
        line.getCommandSpec().versionProvider(new ProgramVersion(texts));
        line.setResourceBundle(new TextsBundle(texts));
        line.setOut(output.writer());
        line.setErr(output.errorWriter());
        line.setExecutionStrategy(this::execute);
        line.setParameterExceptionHandler(new UsageErrors(texts, output));
        line.setExecutionExceptionHandler((fault, command, parsed) -> failed(fault));
        line.registerConverter(Instant.class, TypedMoment::read);
        line.registerConverter(Path.class, CommandLineRun::path);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
    }

    /** Of nothing at all a path is the folder that one stands in, which nobody means. */
    private static Path path(String typed) {
        if (typed.isBlank()) {
            throw new TypeConversionException("blank");
        }
        return Path.of(typed);
    }

    private int failed(Exception fault) {
        if (fault instanceof CliFailure known) {
            return said(known.exit(), Objects.toString(known.getMessage()));
        }
        Failure failure = Failure.of(fault);
        return said(ExitCode.of(failure.kind()), sentence(fault, failure));
    }

    private String sentence(Exception fault, Failure failure) {
        return switch (fault) {
            case NotPermitted refused -> session.sentence(refused);
            case StoreException store -> {
                String said = session.sentence(store);
                yield store.problem() == StoreException.Problem.FAILED
                        ? said + " " + texts.get("cli.code", CrashReport.of(fault))
                        : said;
            }
            default -> {
                String code = CrashReport.of(fault);
                yield failure.kind() == FailureKind.BUG
                        ? texts.get("cli.bug", code)
                        : texts.get("cli.failed", texts.get(failure.next().key()), code);
            }
        };
    }

    private int said(ExitCode exit, String sentence) {
        output.note(sentence);
        return exit.status();
    }
}
