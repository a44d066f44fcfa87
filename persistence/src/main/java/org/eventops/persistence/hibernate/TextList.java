package org.eventops.persistence.hibernate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists and maps of short texts in one column: lines, with tab between key and value. */
public final class TextList {
    private TextList() {}

    public static String join(Collection<String> texts) {
        StringBuilder out = new StringBuilder();
        texts.forEach(text -> append(out, text).append('\n'));
        return out.toString();
    }

    public static List<String> split(String column) {
        List<String> texts = new ArrayList<>();
        column.lines().forEach(line -> texts.add(unescape(line)));
        return texts;
    }

    public static String joinMap(Map<String, String> map) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(map)
                .forEach(
                        (key, value) -> {
                            append(out, key).append('\t');
                            append(out, value).append('\n');
                        });
        return out.toString();
    }

    public static SortedMap<String, String> splitMap(String column) {
        SortedMap<String, String> map = new TreeMap<>();
        column.lines()
                .forEach(
                        line -> {
                            int tab = line.indexOf('\t');
                            map.put(
                                    unescape(line.substring(0, tab)),
                                    unescape(line.substring(tab + 1)));
                        });
        return map;
    }

    private static StringBuilder append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out;
    }

    private static String unescape(String line) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length());
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at++);
            out.append(c == '\\' ? escaped(line.charAt(at++)) : c);
        }
        return out.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
