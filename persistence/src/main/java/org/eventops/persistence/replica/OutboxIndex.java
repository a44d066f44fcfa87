package org.eventops.persistence.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.eventops.persistence.capture.OutboxEntry;
import org.jspecify.annotations.Nullable;

/**
 * The mutations that wait for an answer or still lie over a feed, without their changes: kept in
 * memory from the first question on. For several threads.
 */
final class OutboxIndex {
    private final NavigableMap<Long, Lain> all = new TreeMap<>();
    private final NavigableSet<Long> waiting = new TreeSet<>();
    private final NavigableSet<Long> answered = new TreeSet<>();
    private final Map<UUID, Long> numbers = new HashMap<>();
    private final List<OutboxEntry> meanwhile = new ArrayList<>();
    private boolean known;
    private boolean asking;

    /**
     * @param answered whether the hub has
     * @param upTo for each scope, with which sequence number it no longer lies over
     * @param landed scopes whose feed has brought it
     */
    record Lain(OutboxEntry entry, boolean answered, Map<UUID, Long> upTo, Set<UUID> landed) {
        Lain {
            upTo = Map.copyOf(upTo);
            landed = Set.copyOf(landed);
        }

        /** Whether it lies over a scope whose feed was followed up to here. */
        boolean liesOver(UUID scope, long seq) {
            if (!entry.scopes().contains(scope) || landed.contains(scope)) {
                return false;
            }
            Long until = upTo.get(scope);
            return !answered || (until != null && until > seq);
        }

        Lain landedIn(UUID scope) {
            Set<UUID> more = new HashSet<>(landed);
            more.add(scope);
            return new Lain(entry, answered, upTo, more);
        }

        Lain answered(Map<UUID, Long> until) {
            return new Lain(entry, true, until, landed);
        }
    }

    synchronized boolean known() {
        return known;
    }

    /** From now on what is entered is remembered, until {@link #fill} has the rest. */
    synchronized void asking() {
        asking = true;
    }

    synchronized void fill(List<Lain> found) {
        found.forEach(this::put);
        meanwhile.forEach(entry -> put(new Lain(entry, false, Map.of(), Set.of())));
        meanwhile.clear();
        known = true;
        asking = false;
    }

    synchronized void add(OutboxEntry entry) {
        if (known) {
            put(new Lain(entry, false, Map.of(), Set.of()));
        } else if (asking) {
            meanwhile.add(entry);
        }
    }

    synchronized void put(Lain lain) {
        long number = lain.entry().number();
        all.put(number, lain);
        numbers.put(lain.entry().id(), number);
        (lain.answered() ? waiting : answered).remove(number);
        (lain.answered() ? answered : waiting).add(number);
    }

    /** Puts back what was there under a number before; null takes it out. */
    synchronized void restore(long number, @Nullable Lain before) {
        remove(number);
        if (before != null) {
            put(before);
        }
    }

    private void remove(long number) {
        Lain gone = all.remove(number);
        if (gone != null) {
            numbers.remove(gone.entry().id());
            waiting.remove(number);
            answered.remove(number);
        }
    }

    synchronized Optional<Lain> find(long number) {
        return Optional.ofNullable(all.get(number));
    }

    synchronized Optional<Lain> find(UUID id) {
        return Optional.ofNullable(numbers.get(id)).map(all::get);
    }

    /** Without an answer, after a number, in order. */
    synchronized List<Lain> waiting(long after, int most) {
        List<Lain> found = new ArrayList<>();
        for (long number : waiting.tailSet(after, false)) {
            if (found.size() == most) {
                break;
            }
            found.add(Objects.requireNonNull(all.get(number)));
        }
        return found;
    }

    synchronized int count() {
        return waiting.size();
    }

    synchronized Optional<Lain> oldest() {
        return waiting.isEmpty() ? Optional.empty() : find(waiting.first());
    }

    synchronized List<Lain> over(UUID scope, long seq) {
        return all.values().stream().filter(lain -> lain.liesOver(scope, seq)).toList();
    }

    /** Those that have an answer and changes in the scope. */
    synchronized List<Lain> answeredIn(UUID scope) {
        return answered.stream()
                .map(number -> Objects.requireNonNull(all.get(number)))
                .filter(lain -> lain.entry().scopes().contains(scope))
                .toList();
    }

    /** Forgets what lies over nothing any more. */
    synchronized void passed(ToLongFunction<UUID> followed) {
        for (long number : List.copyOf(answered)) {
            Lain lain = Objects.requireNonNull(all.get(number));
            boolean lies =
                    lain.entry().scopes().stream()
                            .anyMatch(scope -> lain.liesOver(scope, followed.applyAsLong(scope)));
            if (!lies) {
                remove(number);
            }
        }
    }

    /** Another story has begun: it is read again when it is asked for. */
    synchronized void forget() {
        List.copyOf(all.keySet()).forEach(this::remove);
        known = false;
    }
}
