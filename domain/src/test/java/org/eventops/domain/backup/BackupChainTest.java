package org.eventops.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Which files it takes. Two full ones, each with what goes on from it; a gap of an hour between.
 */
class BackupChainTest {
    private static final Instant T = Instant.parse("2026-11-21T10:00:00Z");

    private final BackupFile one = FakeFiles.full(at(0), at(1), Optional.empty());
    private final BackupFile oneA = FakeFiles.more(one, at(2));
    private final BackupFile oneB = FakeFiles.more(oneA, at(3));
    private final BackupFile two = FakeFiles.full(at(5), at(6), Optional.of(oneB.facts().id()));
    private final BackupFile twoA = FakeFiles.more(two, at(7));
    private final List<BackupFile> all = List.of(one, oneA, oneB, two, twoA);
    private final BackupChain chain = new BackupChain(all);

    private static Instant at(int hour) {
        return T.plusSeconds(hour * 3600L);
    }

    private static Instant half(int hour) {
        return at(hour).plusSeconds(1800);
    }

    private static BackupChain.Parts parts(BackupFile database, BackupFile... journals) {
        return new BackupChain.Parts(database, List.of(journals));
    }

    @Test
    void anIncrementalOneTakesAllSinceItsFullOne() {
        assertThat(chain.of(oneB)).isEqualTo(parts(one, one, oneA, oneB));
        assertThat(chain.of(two)).isEqualTo(parts(two, two));
        assertThat(chain.needed(twoA)).containsExactlyInAnyOrder(two, twoA);
    }

    @Test
    void aMomentIsFoundWhicheverOfThemIsNamed() {
        for (BackupFile each : all) {
            assertThat(chain.at(each, half(1))).isEqualTo(parts(one, one, oneA));
            assertThat(chain.at(each, half(6))).isEqualTo(parts(two, two, twoA));
        }
    }

    @Test
    void aMomentBetweenIsReadFromTheNextFullOnesJournalOverTheDatabaseBefore() {
        assertThat(chain.at(twoA, half(3))).isEqualTo(parts(one, two));
    }

    @Test
    void saysWhatCanBeHad() {
        var span = new BackupChain.OutOfSpan(new BackupFacts.Span(at(0), at(7)));
        assertThat(chain.at(oneA, at(0).minusSeconds(1))).isEqualTo(span);
        assertThat(chain.at(oneA, at(7).plusSeconds(1))).isEqualTo(span);
    }

    @Test
    void withoutTheOneInBetweenThereIsNothingToGoOnFrom() {
        BackupChain less = new BackupChain(List.of(one, oneB, two, twoA));
        assertThat(less.of(oneB)).isEqualTo(new BackupChain.Missing());
        assertThat(less.at(oneB, half(2)))
                .isEqualTo(new BackupChain.OutOfSpan(new BackupFacts.Span(at(5), at(7))));
        assertThat(less.at(twoA, half(6))).isEqualTo(parts(two, two, twoA));
    }

    @Test
    void ofTwoThatGoOnFromOneItTakesTheLineOfTheOneThatIsNamed() {
        BackupFile other = FakeFiles.more(one, at(4));
        BackupChain fork = new BackupChain(List.of(one, oneA, oneB, other));
        assertThat(fork.of(other)).isEqualTo(parts(one, one, other));
        assertThat(fork.at(oneB, half(2))).isEqualTo(parts(one, one, oneA, oneB));
    }
}
