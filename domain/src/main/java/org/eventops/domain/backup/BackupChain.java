package org.eventops.domain.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Which files it takes to bring back one backup, or one moment. */
public final class BackupChain {
    private final Map<UUID, BackupFile> all = new HashMap<>();

    /**
     * @param beside all that lie in one folder
     */
    public BackupChain(List<BackupFile> beside) {
        beside.forEach(each -> all.put(each.facts().id(), each));
    }

    /** What it takes, or why it cannot be had. */
    public sealed interface Plan {}

    /**
     * @param database whose copy of the database is taken
     * @param journals whose journals are laid over it, in order; the last says what comes of it
     */
    public record Parts(BackupFile database, List<BackupFile> journals) implements Plan {
        public BackupFile last() {
            return journals.getLast();
        }
    }

    /** One between the full one and this is not there. */
    public record Missing() implements Plan {}

    /** The moment is in none of them. */
    public record OutOfSpan(BackupFacts.Span span) implements Plan {}

    /** This very backup. */
    public Plan of(BackupFile backup) {
        List<BackupFile> before = before(backup);
        return fullOf(before)
                .map(full -> parts(before, full, backup))
                .<Plan>map(parts -> parts)
                .orElseGet(Missing::new);
    }

    /** What holds this moment among those that this backup goes back to, or that go on from it. */
    public Plan at(BackupFile backup, Instant moment) {
        List<BackupFile> line = line(backup);
        Optional<BackupFile> holder =
                line.stream()
                        .filter(each -> !each.facts().span().until().isBefore(moment))
                        .findFirst();
        if (holder.isEmpty()) {
            return outOfSpan(line);
        }
        List<BackupFile> before = before(holder.get());
        Optional<BackupFile> database =
                before.stream()
                        .filter(each -> each.facts().isFull())
                        .filter(each -> !each.facts().span().from().isAfter(moment))
                        .findFirst();
        return database.map(full -> parts(before, full, holder.get()))
                .<Plan>map(parts -> parts)
                .orElseGet(() -> outOfSpan(line));
    }

    /**
     * @param before the backup and those it goes back to, newest first
     */
    private static Parts parts(List<BackupFile> before, BackupFile full, BackupFile backup) {
        if (backup.facts().isFull()) {
            // Its journal is whole: whichever full one's database is taken, no other is needed.
            return new Parts(full, List.of(backup));
        }
        // The nearest full one's journal holds all of those that are older.
        int nearest = before.indexOf(fullOf(before).orElse(full));
        return new Parts(full, before.subList(0, nearest + 1).reversed());
    }

    private static Optional<BackupFile> fullOf(List<BackupFile> before) {
        return before.stream().filter(each -> each.facts().isFull()).findFirst();
    }

    /** The backup and those it goes back to, as far as they are there, newest first. */
    private List<BackupFile> before(BackupFile backup) {
        SequencedMap<UUID, BackupFile> found = new LinkedHashMap<>();
        Optional<BackupFile> next = Optional.of(backup);
        while (next.isPresent() && !found.containsKey(next.get().facts().id())) {
            found.putLast(next.get().facts().id(), next.get());
            next = next.get().facts().previous().flatMap(id -> Optional.ofNullable(all.get(id)));
        }
        return List.copyOf(found.values());
    }

    /** Those before it, itself, and the longest way on from it; oldest first. */
    private List<BackupFile> line(BackupFile backup) {
        List<BackupFile> on =
                all.values().stream()
                        .map(this::before)
                        .filter(each -> each.contains(backup))
                        .max(Comparator.comparing(each -> each.getFirst().facts().span().until()))
                        .orElseGet(() -> before(backup));
        return on.reversed();
    }

    private static Plan outOfSpan(List<BackupFile> line) {
        List<BackupFile> usable = new ArrayList<>(line);
        while (!usable.isEmpty() && !usable.getFirst().facts().isFull()) {
            usable.removeFirst();
        }
        return usable.isEmpty()
                ? new Missing()
                : new OutOfSpan(
                        new BackupFacts.Span(
                                usable.getFirst().facts().span().from(),
                                usable.getLast().facts().span().until()));
    }

    /** All that it takes: what must not be deleted as long as this one is wanted. */
    public List<BackupFile> needed(BackupFile backup) {
        return of(backup) instanceof Parts parts
                ? Stream.concat(Stream.of(parts.database()), parts.journals().stream())
                        .distinct()
                        .toList()
                : List.of(backup);
    }
}
