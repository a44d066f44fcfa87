package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eventops.resources.Texts;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Every command, option and argument explains itself, and no help text is left over. */
class HelpTest {
    private final CliRun cli = new CliRun();

    private int execute(String... arguments) {
        return cli.ops(List.of(), arguments);
    }

    private String printed() {
        return cli.printed();
    }

    private String said() {
        return cli.said();
    }

    @Test
    void everyCommandAndOptionIsExplained() {
        commands(cli.line().model().getCommandSpec())
                .forEach(
                        command -> {
                            assertThat(command.usageMessage().description())
                                    .as("cli.help.%s.usage.description", dotted(command))
                                    .isNotEmpty();
                            assertThat(command.args())
                                    .allSatisfy(
                                            arg ->
                                                    assertThat(arg.description())
                                                            .as("cli.help for %s", arg)
                                                            .isNotEmpty());
                        });
    }

    @Test
    void onlyTheCommandThatIsNamedIsMade() {
        Set<String> all = made();
        assertThat(all).hasSizeGreaterThan(20);
        for (String each : all) {
            Set<String> expected = each.equals("generate-completion") ? all : Set.of(each);
            assertThat(made("--data", "folder", each, "word")).as(each).isEqualTo(expected);
        }
        assertThat(made("--data", "demo", "events")).containsOnly("demo", "events");
        assertThat(made("--help", "events")).isEqualTo(all);
        assertThat(made("evnets")).as("to say what there is").isEqualTo(all);
        assertThat(made("@words-in-a-file", "events")).isEqualTo(all);
    }

    private Set<String> made(String... words) {
        return cli.line(words).model().getSubcommands().keySet();
    }

    @Test
    void noHelpTextIsLeftOver() {
        Set<String> named = new HashSet<>();
        commands(cli.line().model().getCommandSpec())
                .forEach(
                        command -> {
                            named.add(dotted(command) + ".usage.description");
                            command.args().forEach(arg -> named.addAll(names(arg)));
                        });
        named.addAll(
                List.of(
                        "usage.synopsisHeading",
                        "usage.commandListHeading",
                        "usage.optionListHeading",
                        "usage.parameterListHeading"));
        Set<String> leftOver = new TreeSet<>();
        Texts.of(Locale.of("es")).keys().stream()
                .filter(key -> key.startsWith(TextsBundle.PREFIX))
                .map(key -> key.substring(TextsBundle.PREFIX.length()))
                .filter(key -> !named.contains(key))
                .forEach(leftOver::add);
        assertThat(leftOver).as("help of no command: delete").isEmpty();
    }

    private static Stream<CommandSpec> commands(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(HelpTest::commands));
    }

    private static String dotted(CommandSpec command) {
        return command.qualifiedName(".");
    }

    private static List<String> names(ArgSpec arg) {
        if (arg instanceof CommandLine.Model.OptionSpec option) {
            return Stream.concat(
                            Arrays.stream(option.names()).map(n -> n.replaceFirst("^-+", "")),
                            Stream.ofNullable(option.descriptionKey()))
                    .toList();
        }
        return List.of(String.valueOf(arg.descriptionKey()));
    }

    @Test
    void helpSpeaksTheLanguageThatWasAskedFor() {
        assertThat(execute("--lang", "es", "checkin", "--help")).isZero();
        assertThat(printed()).contains("Uso:", "Opciones:", "--allow-unpaid");
        assertThat(execute("checkin", "--help", "--lang=en")).isZero();
        assertThat(printed()).contains("Usage:", "Options:");
    }

    @Test
    void anUnknownCommandIsAUsageErrorInTheLanguageOfTheRun() {
        assertThat(execute("--lang=es", "vender")).isEqualTo(2);
        assertThat(said()).contains("No se entiende: vender");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aMissingOptionIsNamed() {
        assertThat(execute("--lang=en", "stats")).isEqualTo(2);
        assertThat(said()).contains("Missing: --event");
    }

    @Test
    void aTimeWithoutOffsetIsRefusedWithWhatWasExpected() {
        assertThat(execute("--lang=en", "checkin", "--at", "2026-11-20T19:00:00", "X"))
                .isEqualTo(2);
        assertThat(said()).contains("--at", "2026-11-20T19:00:00", "offset");
    }

    @Test
    void aLanguageThatThereIsNotIsRefused() {
        assertThat(execute("events", "--lang", "xx")).isEqualTo(2);
        assertThat(said()).contains("--lang", "xx", "es, en");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(execute("generate-completion")).isZero();
        assertThat(printed()).contains("checkin", "--allow-unpaid", "complete -F");
    }

    @Test
    void noCommandAsksForTheWindow() {
        assertThat(cli.line().execute("--lang=en", "--data=/nowhere")).isEmpty();
    }
}
