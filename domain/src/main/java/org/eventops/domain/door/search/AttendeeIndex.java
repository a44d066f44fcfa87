package org.eventops.domain.door.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eventops.domain.ticketing.TicketId;

/** All attendees of one event, by name, ready to be searched by any thread. */
final class AttendeeIndex {
    private static final int SHORTEST = 2;

    /** Few letters take a byte each; rows with others stand apart, to keep the rest small. */
    private final List<AttendeeShelf> shelves;

    private AttendeeIndex(List<AttendeeShelf> shelves) {
        this.shelves = shelves;
    }

    static AttendeeIndex of(List<SearchText> rows) {
        List<SearchText> texts =
                rows.stream().sorted(Comparator.comparing(SearchText::text)).toList();
        return new AttendeeIndex(
                List.of(
                        AttendeeShelf.of(texts.stream().filter(SearchText::isNarrow).toList()),
                        AttendeeShelf.of(texts.stream().filter(t -> !t.isNarrow()).toList())));
    }

    /** The words of what was typed; none when it is too short to search for. */
    static List<SearchWord> words(String typed) {
        String plain = typed.strip();
        if (Folding.isNumber(plain)) {
            String digits = Folding.digits(plain);
            return digits.length() < SHORTEST ? List.of() : List.of(SearchWord.of(digits));
        }
        List<String> words = Folding.words(plain);
        int letters = words.stream().mapToInt(String::length).sum();
        return letters < SHORTEST ? List.of() : words.stream().map(SearchWord::of).toList();
    }

    /** The best fits first, then by name. */
    List<TicketId> find(List<SearchWord> words, int atMost) {
        if (words.isEmpty() || atMost <= 0) {
            return List.of();
        }
        List<List<TicketId>> ranks =
                IntStream.range(0, AttendeeShelf.RANKS)
                        .<List<TicketId>>mapToObj(rank -> new ArrayList<>())
                        .toList();
        shelves.forEach(shelf -> collect(shelf, words, atMost, ranks));
        return ranks.stream().flatMap(List::stream).limit(atMost).toList();
    }

    private static void collect(
            AttendeeShelf shelf, List<SearchWord> words, int atMost, List<List<TicketId>> ranks) {
        SearchWord longest =
                words.stream()
                        .max(Comparator.comparingInt(word -> word.text().length()))
                        .orElseThrow();
        BitSet exact = shelf.holding(longest);
        rank(shelf, exact, words, atMost, AttendeeShelf.STARTS, ranks);
        int found = ranks.get(AttendeeShelf.STARTS).size() + ranks.get(AttendeeShelf.INSIDE).size();
        if (longest.typo() != null && found < atMost) {
            BitSet mistyped = shelf.mistyping(longest.typo());
            mistyped.andNot(exact);
            rank(shelf, mistyped, words, atMost, AttendeeShelf.MISTYPED, ranks);
        }
    }

    /** Sorts rows into their ranks, until the best of the ranks they can have is full. */
    private static void rank(
            AttendeeShelf shelf,
            BitSet rows,
            List<SearchWord> words,
            int atMost,
            int best,
            List<List<TicketId>> ranks) {
        int row = rows.nextSetBit(0);
        while (row >= 0 && ranks.get(best).size() < atMost) {
            int rank = shelf.rank(row, words);
            if (rank >= 0 && ranks.get(rank).size() < atMost) {
                ranks.get(rank).add(shelf.id(row));
            }
            row = rows.nextSetBit(row + 1);
        }
    }
}
