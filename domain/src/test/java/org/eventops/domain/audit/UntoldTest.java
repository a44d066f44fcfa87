package org.eventops.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UntoldTest {
    private static final Instant AT = Instant.ofEpochMilli(1_800_000_000_123L);

    /** Counted one by one, written and read between each, told in two parts: nothing is lost. */
    @Property(tries = 300)
    void everythingIsToldAsOftenAsItHappened(
            @ForAll("happened") List<Untold.What> all, @ForAll int cut) {
        int first = all.isEmpty() ? 0 : Math.floorMod(cut, all.size() + 1);
        String kept = "";
        Untold written = Untold.NOTHING;
        for (int i = 0; i < all.size(); i++) {
            if (i == first) {
                written = Untold.read(kept);
            }
            kept = Untold.read(kept).and(all.get(i).deed(), all.get(i).about(), AT).written();
        }
        Map<Untold.What, Integer> told = new HashMap<>();
        count(written, told);
        Untold left = Untold.read(kept).without(written);
        count(left, told);
        Map<Untold.What, Integer> happened = new HashMap<>();
        all.forEach(each -> happened.merge(each, 1, Integer::sum));
        assertThat(told).isEqualTo(happened);
        assertThat(left.without(left)).isEqualTo(Untold.NOTHING);
        assertThat(left.without(left).written()).isEmpty();
    }

    private static void count(Untold some, Map<Untold.What, Integer> into) {
        some.all().forEach((what, times) -> into.merge(what, times.count(), Integer::sum));
    }

    @Provide
    Arbitrary<List<Untold.What>> happened() {
        return Combinators.combine(
                        Arbitraries.of(Deed.WRONG_PASSWORD, Deed.WRONG_CODE, Deed.BACKUP_TRIED),
                        Arbitraries.of("", "Ana", "Eva \"la\" Peña\n", "/tmp/a b"))
                .as(Untold.What::new)
                .list()
                .ofMaxSize(12);
    }

    @Test
    void whatSomethingElseWroteCountsAsNothing() {
        for (String text : List.of("x", "{}", "[1]", "[[\"NONE\",\"a\",1,2]]", "[[null,1,2,3]]")) {
            assertThat(Untold.read(text)).as(text).isEqualTo(Untold.NOTHING);
        }
    }

    @Test
    void aLineSaysHowOftenAndSinceWhenAndOfWhom() {
        Untold untold =
                Untold.NOTHING
                        .and(Deed.WRONG_PASSWORD, "Ana", AT)
                        .and(Deed.WRONG_PASSWORD, "Ana", AT.plusSeconds(5))
                        .and(Deed.WRONG_NAME, "", AT)
                        .and(Deed.BACKUP_TRIED, "/a/b", AT);
        String since = "\"since\":\"" + AT + "\"";
        assertThat(untold.notes())
                .extracting(Note::deed, Note::about, Note::details)
                .containsExactly(
                        tuple(
                                Deed.WRONG_NAME,
                                new Note.Nobody(),
                                "{%s,\"times\":\"1\"}".formatted(since)),
                        tuple(
                                Deed.WRONG_PASSWORD,
                                new Note.Staff("Ana"),
                                "{\"person\":\"Ana\",%s,\"times\":\"2\"}".formatted(since)),
                        tuple(
                                Deed.BACKUP_TRIED,
                                new Note.Unseen(),
                                "{\"file\":\"/a/b\",%s,\"times\":\"1\"}".formatted(since)));
    }
}
