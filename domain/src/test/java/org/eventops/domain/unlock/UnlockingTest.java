package org.eventops.domain.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Untold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnlockingTest {
    private static final String PASSWORD = "lluvia sobre tejado";
    private static final String OTHER = "otra lluvia, otro tejado";

    private final MemoryKeyring ring = new MemoryKeyring();
    private Instant now = Instant.parse("2027-03-12T20:00:00Z");
    private final Unlocking unlocking =
            ring.unlocking(
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    });
    private final KeyChanges changes = unlocking.changes(ring.openKey());

    @BeforeEach
    void anaHasAPassword() {
        changes.give("Ana", PASSWORD);
    }

    private UnlockOutcome typed(String name, String password, String code) {
        return unlocking.unlock(new UnlockAttempt(name, password, code));
    }

    private UnlockOutcome typed(String password) {
        return typed("Ana", password, "");
    }

    private UnlockOutcome opened() {
        return new UnlockOutcome.Opened("Ana", ring.openKey());
    }

    @Test
    void thePasswordGivesTheKeyOfTheStoreAndNothingElseDoes() {
        assertThat(unlocking.names()).containsExactly("Ana");
        assertThat(typed(PASSWORD)).isEqualTo(opened());
        assertThat(typed(PASSWORD + " ")).isEqualTo(new UnlockOutcome.Wrong(2));
        assertThat(typed("Eva", PASSWORD, "")).isEqualTo(new UnlockOutcome.NoSuchPerson());
    }

    @Test
    void howALetterIsWrittenMakesNoDifference() {
        changes.give("Ana", "se\u00f1ora del tejado");
        assertThat(typed("sen\u0303ora del tejado")).isEqualTo(opened());
    }

    @Test
    void howANameIsWrittenMakesNoDifferenceUnlessItIsAnothers() {
        assertThat(typed("ANA", "a", "")).isEqualTo(new UnlockOutcome.Wrong(2));
        assertThat(typed("a")).isEqualTo(new UnlockOutcome.Wrong(1));
        assertThat(typed("ana", PASSWORD, "")).isEqualTo(opened());
        MemoryKeyring elsewhere = new MemoryKeyring();
        elsewhere.changes(ring.openKey()).give("ANA", OTHER);
        KeyHolder another = elsewhere.kept.holders().getFirst();
        ring.kept = ring.kept.with(ring.openKey(), another);
        assertThat(typed("ana", PASSWORD, "")).isEqualTo(new UnlockOutcome.NoSuchPerson());
        assertThat(typed(PASSWORD)).isEqualTo(opened());
    }

    @Test
    void aPasswordIsGivenAndTakenHoweverTheNameIsWritten() {
        changes.give("Peña", OTHER);
        changes.enrol("PEÑA");
        changes.give("pen\u0303a", PASSWORD);
        assertThat(unlocking.names()).containsExactly("Ana", "Peña");
        assertThat(typed("peña", OTHER, "")).isInstanceOf(UnlockOutcome.Wrong.class);
        assertThat(typed("peña", PASSWORD, ""))
                .isEqualTo(new UnlockOutcome.Opened("Peña", ring.openKey()));
        changes.take("peña");
        assertThat(unlocking.names()).containsExactly("Ana");
    }

    @Test
    void aNewPasswordReplacesTheOldOneUnderTheSameKey() {
        changes.give("Ana", OTHER);
        assertThat(typed(PASSWORD)).isInstanceOf(UnlockOutcome.Wrong.class);
        assertThat(typed(OTHER)).isEqualTo(opened());
    }

    @Test
    void whoseAccessWasTakenNoLongerOpensIt() {
        changes.give("Eva", OTHER);
        changes.take("Ana");
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.NoSuchPerson());
        assertThat(typed("Eva", OTHER, "")).isInstanceOf(UnlockOutcome.Opened.class);
    }

    @Test
    void afterThreeWrongOnesEvenTheRightOneHasToWaitAlsoAfterARestart() {
        assertThat(typed("a")).isEqualTo(new UnlockOutcome.Wrong(2));
        assertThat(typed("b")).isEqualTo(new UnlockOutcome.Wrong(1));
        assertThat(typed("c")).isEqualTo(new UnlockOutcome.Wrong(0));
        Instant until = now.plusSeconds(30);
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Wait(until));
        Unlocking restarted = ring.unlocking(Clock.fixed(now, ZoneOffset.UTC));
        assertThat(restarted.unlock(new UnlockAttempt("Ana", PASSWORD, "")))
                .isEqualTo(new UnlockOutcome.Wait(until));
        now = until;
        assertThat(typed(PASSWORD)).isEqualTo(opened());
        assertThat(typed("a")).isEqualTo(new UnlockOutcome.Wrong(2));
    }

    @Test
    void whatCannotBeReadOfEarlierTriesKeepsNobodyOut() {
        ring.state.put("tries.Ana", "3@17953x");
        ring.state.put("step.Ana", "x");
        assertThat(typed("a")).isEqualTo(new UnlockOutcome.Wrong(2));
        assertThat(typed(PASSWORD)).isEqualTo(opened());
    }

    @Test
    void aClockThatWasAheadCostsOneWaitFromWhenItIsSetRight() {
        ring.state.put("tries.Ana", "3@2110000000000");
        Instant until = now.plusSeconds(30);
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Wait(until));
        now = now.plusSeconds(29);
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Wait(until));
        now = until;
        assertThat(typed(PASSWORD)).isEqualTo(opened());
    }

    @Test
    void aClockMovedBackAndForthGivesNoGuessBeforeAWholeWaitHasPassedOnIt() {
        for (int i = 0; i < 3; i++) {
            typed("a");
        }
        Instant back = now.minusSeconds(3600);
        for (int second = 0; second < 30; second++) {
            now = back.plusSeconds(second % 2 == 0 ? 0 : second);
            assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Wait(back.plusSeconds(30)));
        }
        now = back.plusSeconds(30);
        assertThat(typed("a")).isEqualTo(new UnlockOutcome.Wrong(0));
        now = back;
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Wait(back.plusSeconds(60)));
    }

    @Test
    void eachFurtherWrongOneDoublesTheWaitForThisPersonOnly() {
        changes.give("Eva", OTHER);
        for (int i = 0; i < 3; i++) {
            typed("a");
        }
        now = now.plusSeconds(30);
        assertThat(typed("a")).isEqualTo(new UnlockOutcome.Wrong(0));
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Wait(now.plusSeconds(60)));
        assertThat(typed("Eva", OTHER, "")).isInstanceOf(UnlockOutcome.Opened.class);
    }

    @Test
    void aKeyringThatSomethingElseChangedStaysShut() {
        changes.give("Eva", OTHER);
        List<KeyHolder> holders = ring.kept.holders();
        ring.kept = new Keyring(holders.subList(0, 1), ring.kept.seal());
        assertThat(typed(holders.getFirst().name(), PASSWORD, ""))
                .isEqualTo(new UnlockOutcome.Tampered());
    }

    @Test
    void anEntryUnderAnotherNameOpensNothing() {
        KeyHolder ana = ring.kept.holder("Ana").orElseThrow();
        KeyHolder eva = new KeyHolder("Eva", ana.stretching(), ana.wrapped(), Optional.empty());
        ring.kept = new Keyring(List.of(ana, eva), ring.kept.seal());
        assertThat(typed("Eva", PASSWORD, "")).isEqualTo(new UnlockOutcome.Wrong(2));
    }

    private String enrolled() {
        String address = changes.enrol("Ana").address();
        assertThat(changes.confirm("Ana", ring.shown(address, now))).isTrue();
        return address;
    }

    @Test
    void aSecondFactorIsAskedForOnceItIsConfirmed() {
        String address = changes.enrol("Ana").address();
        assertThat(typed(PASSWORD)).isEqualTo(opened());
        assertThat(changes.confirm("Ana", "no code")).isFalse();
        assertThat(changes.withSecondFactor()).isEmpty();
        assertThat(changes.confirm("Ana", ring.shown(address, now))).isTrue();
        assertThat(changes.withSecondFactor()).containsExactly("Ana");
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.CodeNeeded());
        assertThat(typed("Ana", PASSWORD, "no code")).isInstanceOf(UnlockOutcome.CodeWrong.class);
        assertThat(typed("Ana", PASSWORD, ring.shown(address, now))).isEqualTo(opened());
    }

    @Test
    void aCodeIsGoodOnceAndOnlyAboutNow() {
        String address = enrolled();
        String shown = ring.shown(address, now);
        String next = ring.shown(address, now.plusSeconds(30));
        assertThat(typed("Ana", PASSWORD, ring.shown(address, now.plusSeconds(61))))
                .isInstanceOf(UnlockOutcome.CodeWrong.class);
        assertThat(typed("Ana", PASSWORD, next)).isEqualTo(opened());
        assertThat(typed("Ana", PASSWORD, next)).isInstanceOf(UnlockOutcome.CodeWrong.class);
        assertThat(typed("Ana", PASSWORD, shown)).isInstanceOf(UnlockOutcome.CodeWrong.class);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(typed("Ana", PASSWORD, ring.shown(address, now))).isEqualTo(opened());
    }

    @Test
    void aSpareCodeIsGoodOnceHoweverItIsTyped() {
        Enrolment enrolment = changes.enrol("Ana");
        changes.confirm("Ana", ring.shown(enrolment.address(), now));
        assertThat(enrolment.spareCodes())
                .hasSize(SecondFactor.SPARE_CODES)
                .doesNotHaveDuplicates();
        String spare = enrolment.spareCodes().getFirst().toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(typed("Ana", PASSWORD, spare)).isEqualTo(opened());
        assertThat(typed("Ana", PASSWORD, spare)).isInstanceOf(UnlockOutcome.CodeWrong.class);
        assertThat(typed("Ana", PASSWORD, enrolment.spareCodes().getLast())).isEqualTo(opened());
    }

    @Test
    void aNewPasswordLeavesTheSecondFactorAndDroppingItEndsIt() {
        enrolled();
        changes.give("Ana", OTHER);
        assertThat(typed(OTHER)).isEqualTo(new UnlockOutcome.CodeNeeded());
        changes.dropSecondFactor("Ana");
        assertThat(typed(OTHER)).isEqualTo(opened());
    }

    @Test
    void codesAreGuessedNoFasterThanPasswords() {
        enrolled();
        assertThat(typed("Ana", PASSWORD, "1")).isEqualTo(new UnlockOutcome.CodeWrong(2));
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.CodeNeeded());
        assertThat(typed("Ana", PASSWORD, "2")).isEqualTo(new UnlockOutcome.CodeWrong(0));
        assertThat(typed("Ana", PASSWORD, "3")).isInstanceOf(UnlockOutcome.Wait.class);
    }

    @Test
    void aSecondFactorIsNotTakenAwayBesideTheProgram() {
        enrolled();
        KeyHolder ana = ring.kept.holder("Ana").orElseThrow();
        ring.kept = new Keyring(List.of(ana.with(Optional.empty())), ring.kept.seal());
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Tampered());
    }

    private List<String> untold() {
        return unlocking.untold().all().entrySet().stream()
                .map(
                        each ->
                                "%s %s %d"
                                        .formatted(
                                                each.getKey().deed(),
                                                each.getKey().about(),
                                                each.getValue().count()))
                .sorted()
                .toList();
    }

    @Test
    void whatWasWrongWaitsForTheAuditAndWhatWasRightDoesNot() {
        enrolled();
        Instant first = now;
        typed("a");
        now = now.plusSeconds(60);
        typed(PASSWORD);
        typed("Ana", PASSWORD, "no code");
        typed("lluvia sobre tejado", "Ana", "");
        List<String> all = List.of("WRONG_CODE Ana 1", "WRONG_NAME  1", "WRONG_PASSWORD Ana 1");
        assertThat(untold()).isEqualTo(all);
        assertThat(ring.state.toString()).doesNotContain("tejado");
        assertThat(typed("a")).as("nothing was looked at").isInstanceOf(UnlockOutcome.Wait.class);
        assertThat(untold()).isEqualTo(all);
        assertThat(unlocking.untold().all())
                .containsEntry(
                        new Untold.What(Deed.WRONG_PASSWORD, "Ana"), new Untold.Times(1, first));
    }

    @Test
    void whatIsCountedBeforeItIsLookedAtIsNotLostWithThePlug() {
        PasswordStretch plug =
                (password, how) -> {
                    throw new IllegalStateException("pulled");
                };
        Unlocking cut = new Unlocking(ring, plug, ring, Clock.fixed(now, ZoneOffset.UTC));
        assertThatThrownBy(() -> cut.unlock(new UnlockAttempt("Ana", "a", "")))
                .hasMessage("pulled");
        assertThat(untold()).containsExactly("WRONG_PASSWORD Ana 1");
    }

    @Test
    void whatCameWhileTheAuditWasWrittenIsStillUntold() {
        typed("a");
        Untold written = unlocking.untold();
        typed("b");
        unlocking.told(written);
        assertThat(untold()).containsExactly("WRONG_PASSWORD Ana 1");
        unlocking.told(unlocking.untold());
        assertThat(untold()).isEmpty();
        assertThat(ring.state.get("untold")).isEmpty();
    }

    @Test
    void nothingOfAPersonsIsSaidByMistake() {
        assertThat(List.of(ring.openKey(), new UnlockAttempt("Ana", PASSWORD, "1")).toString())
                .doesNotContain(PASSWORD)
                .isEqualTo("[StoreKey, UnlockAttempt]");
        assertThat(changes.enrol("Ana")).hasToString("Enrolment");
    }
}
