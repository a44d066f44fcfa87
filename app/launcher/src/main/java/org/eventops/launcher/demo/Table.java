package org.eventops.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small table among the resources: the first line names the columns, {@code |} parts the cells, a
 * line that starts with {@code #} is a remark.
 */
final class Table {
    private Table() {}

    static List<Row> read(String name) {
        List<String> lines = lines(name);
        List<String> columns = cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> new Row(columns, cells(line))).toList();
    }

    /** The rows whose column {@code event} names this event. */
    static List<Row> read(String name, String event) {
        return read(name).stream().filter(row -> row.text("event").equals(event)).toList();
    }

    static List<String> lines(String name) {
        String path = "/org/eventops/demo/" + name + ".txt";
        InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(path), path);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\\|", -1));
    }

    /** One line, read by the names of its columns. */
    record Row(List<String> columns, List<String> cells) {
        String text(String column) {
            return cells.get(columns.indexOf(column));
        }

        @Nullable String optional(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        boolean yes(String column) {
            return text(column).equals("yes");
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        @Nullable Integer optionalNumber(String column) {
            String text = optional(column);
            return text == null ? null : Integer.valueOf(text);
        }

        List<String> words(String column) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split(","));
        }

        <E extends Enum<E>> E one(Class<E> type, String column) {
            return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
        }
    }
}
