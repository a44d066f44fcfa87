package org.eventops.domain.door.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.eventops.domain.ticketing.AttendeeRow;

/** The quick search finds exactly whom a slow and plain one finds. */
class SearchAgainstTheOracleTest {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("aabbcdé ").ofMinLength(0).ofMaxLength(14);
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.strings().withChars("aabbcd ").ofMinLength(1).ofMaxLength(9);
    }

    @Property(tries = 3000)
    void findsWhomTheOracleFinds(
            @ForAll("typed") String typed,
            @ForAll @Size(max = 12) List<@From("names") String> names) {
        List<AttendeeRow> rows =
                IntStream.range(0, names.size())
                        .mapToObj(
                                i ->
                                        FakeAttendees.row(
                                                "T" + i, names.get(i), null, null, names.get(i)))
                        .toList();
        List<SearchWord> words = AttendeeIndex.words(typed);
        assertThat(AttendeeIndex.of(rows.stream().map(SearchText::of).toList()).find(words, 1000))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream()
                                .filter(row -> matches(words, row))
                                .map(AttendeeRow::id)
                                .toList());
    }

    private static boolean matches(List<SearchWord> words, AttendeeRow row) {
        SearchText text = SearchText.of(row);
        return !words.isEmpty()
                && words.stream()
                        .allMatch(
                                word ->
                                        holds(text.text(), word.text())
                                                || text.codes().contains(word.inCodes()));
    }

    private static boolean holds(String fields, String word) {
        return List.of(fields.split("\n")).stream()
                .anyMatch(
                        field ->
                                field.contains(word)
                                        || (word.length() >= 5 && holdsNearly(field, word)));
    }

    private static boolean holdsNearly(String field, String word) {
        return IntStream.range(0, field.length())
                .anyMatch(
                        from ->
                                IntStream.rangeClosed(word.length() - 1, word.length() + 1)
                                        .filter(length -> from + length <= field.length())
                                        .mapToObj(length -> field.substring(from, from + length))
                                        .anyMatch(part -> distance(part, word) <= 1));
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = cell(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(int[][] d, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
