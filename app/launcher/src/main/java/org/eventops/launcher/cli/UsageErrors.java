package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eventops.resources.Texts;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the chosen language what is wrong with a command line, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
    private final Texts texts;
    private final Output output;

    UsageErrors(Texts texts, Output output) {
        this.texts = texts;
        this.output = output;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        output.note(sentence(e));
        suggestions(e);
        output.note(
                texts.get(
                        "cli.usage.see",
                        e.getCommandLine().getCommandSpec().qualifiedName() + " --help"));
        return ExitCode.USAGE.status();
    }

    private String sentence(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                    texts.get(
                            "cli.usage.unknown",
                            ShownValue.of(String.join(" ", unmatched.getUnmatched())));
            case MissingParameterException missing ->
                    texts.get("cli.usage.missing", names(missing.getMissing()));
            default -> e.getArgSpec() == null ? unfinished(e) : value(e, e.getArgSpec());
        };
    }

    private String value(ParameterException e, ArgSpec spec) {
        String value = e.getValue() == null ? "" : ShownValue.of(e.getValue());
        return texts.get("cli.usage.value", name(spec), value, expected(spec));
    }

    private String unfinished(ParameterException e) {
        return texts.get(
                "cli.usage.subcommand",
                String.join(", ", e.getCommandLine().getSubcommands().keySet()));
    }

    private void suggestions(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                output.note(texts.get("cli.usage.near", String.join(", ", near)));
            }
        }
    }

    private static String names(List<ArgSpec> missing) {
        return missing.stream().map(UsageErrors::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private String expected(ArgSpec spec) {
        Class<?> type = spec.type();
        if (type == int.class || type == Integer.class) {
            return texts.get("cli.usage.number");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return texts.get("cli.expected.time");
        }
        if (type == Path.class) {
            return texts.get("cli.expected.path");
        }
        return spec.paramLabel();
    }
}
