package org.eventops.domain.audit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened while nobody had the store open, so that it could not be written down: how often,
 * and since when. It waits beside the store for whoever comes in next.
 */
public record Untold(Map<What, Times> all) {
    public static final Untold NOTHING = new Untold(Map.of());
    private static final int FIELDS = 4;

    /**
     * @param about name of a person, or a file; empty where none is kept
     */
    public record What(Deed deed, String about) implements Comparable<What> {
        private static final Comparator<What> ORDER =
                Comparator.comparing(What::deed).thenComparing(What::about);

        @Override
        public int compareTo(What other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param since when it happened first
     */
    public record Times(int count, Instant since) {}

    public Untold {
        all = Map.copyOf(all);
    }

    /** What {@link #written} gave; anything else counts as nothing. */
    public static Untold read(String written) {
        Map<What, Times> all = new TreeMap<>();
        try {
            if (!written.isEmpty()) {
                JsonParser.parseString(written)
                        .getAsJsonArray()
                        .forEach(each -> take(each.getAsJsonArray(), all));
            }
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            // Something else wrote it; whoever can do that can delete it as well.
            return NOTHING;
        }
        return new Untold(all);
    }

    private static void take(JsonArray line, Map<What, Times> all) {
        List<JsonElement> fields = line.asList();
        if (fields.size() == FIELDS) {
            all.put(
                    new What(
                            Deed.valueOf(fields.get(0).getAsString()), fields.get(1).getAsString()),
                    new Times(
                            fields.get(2).getAsInt(),
                            Instant.ofEpochMilli(fields.get(3).getAsLong())));
        }
    }

    public String written() {
        if (all.isEmpty()) {
            return "";
        }
        JsonArray lines = new JsonArray();
        new TreeMap<>(all)
                .forEach(
                        (what, times) -> {
                            JsonArray line = new JsonArray();
                            line.add(what.deed().name());
                            line.add(what.about());
                            line.add(times.count());
                            line.add(times.since().toEpochMilli());
                            lines.add(line);
                        });
        return lines.toString();
    }

    /** Once more. */
    public Untold and(Deed deed, String about, Instant at) {
        Map<What, Times> more = new TreeMap<>(all);
        more.merge(
                new What(deed, about),
                new Times(1, at),
                (before, added) -> new Times(before.count() + 1, before.since()));
        return new Untold(more);
    }

    /** Once less: it was counted before it was looked at, and turned out well. */
    public Untold but(Deed deed, String about) {
        return without(Map.of(new What(deed, about), new Times(1, Instant.EPOCH)));
    }

    /** What is left when this much has been written down. */
    public Untold without(Untold told) {
        return without(told.all);
    }

    private Untold without(Map<What, Times> told) {
        Map<What, Times> left = new TreeMap<>(all);
        told.forEach(
                (what, times) ->
                        left.computeIfPresent(
                                what,
                                (same, now) ->
                                        new Times(now.count() - times.count(), now.since())));
        left.values().removeIf(each -> each.count() <= 0);
        return new Untold(left);
    }

    /** A line for each. */
    public List<Note> notes() {
        return new TreeMap<>(all)
                .entrySet().stream().map(each -> note(each.getKey(), each.getValue())).toList();
    }

    private static Note note(What what, Times times) {
        Map<String, String> told = new TreeMap<>();
        told.put("times", Integer.toString(times.count()));
        told.put("since", times.since().toString());
        if (what.deed().isByAStranger()) {
            return what.about().isEmpty()
                    ? Note.of(what.deed(), told)
                    : Note.of(what.deed(), what.about(), told);
        }
        told.put("file", what.about());
        Note plain = Note.of(what.deed(), told);
        return new Note(plain.deed(), plain.scope(), new Note.Unseen(), plain.details());
    }
}
