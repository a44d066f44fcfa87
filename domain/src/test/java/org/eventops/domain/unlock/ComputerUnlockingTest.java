package org.eventops.domain.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eventops.domain.unlock.ComputerOutcome.Problem;
import org.junit.jupiter.api.Test;

class ComputerUnlockingTest {
    private static final String PASSWORD = "lluvia sobre tejado";

    private final MemoryKeyring ring = new MemoryKeyring();
    private final MemoryKeyStore system = new MemoryKeyStore();
    private final StoreKey key = ring.openKey();
    private final ComputerUnlocking computer = ring.byComputer(system);

    private void allowed() {
        ring.changes(key).give("Ana", PASSWORD);
        assertThat(computer.allow(key, "Ana", false)).isEmpty();
    }

    @Test
    void itOpensForNobodyUntilSomebodySaysSoAndAsksNothing() {
        ring.changes(key).give("Ana", PASSWORD);
        assertThat(computer.person()).isEmpty();
        assertThat(computer.open()).isEqualTo(Problem.NOT_ALLOWED);
        assertThat(system.asked).isZero();
    }

    @Test
    void itOpensForTheOneWhoWasNamed() {
        allowed();
        assertThat(computer.person()).contains("Ana");
        assertThat(computer.opensWindow()).isFalse();
        assertThat(computer.open()).isEqualTo(new ComputerOutcome.Opened("Ana", key));
    }

    @Test
    void neitherTheKeyNorItsSecretLiesInTheClear() {
        allowed();
        String written = ring.computer.orElseThrow().toString();
        String secret = system.kept.values().iterator().next();
        assertThat(written).doesNotContain(secret).doesNotContain(base64(key.bytes()));
        assertThat(secret).isNotEqualTo(base64(key.bytes()));
        assertThat(new KeptSecret.Found(secret).toString()).doesNotContain(secret);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void aKeyStoreThatGivesNothingIsSaidAndThePasswordStillOpens() {
        allowed();
        for (KeyStoreProblem why : KeyStoreProblem.values()) {
            system.problem = Optional.of(why);
            assertThat(computer.open()).hasToString(why.name());
        }
        system.problem = Optional.empty();
        system.kept.clear();
        assertThat(computer.open()).isEqualTo(Problem.EMPTY);
        assertThat(
                        ring.unlocking(java.time.Clock.systemUTC())
                                .unlock(new UnlockAttempt("Ana", PASSWORD, "")))
                .isEqualTo(new UnlockOutcome.Opened("Ana", key));
    }

    @Test
    void anotherComputersKeyStoreOpensNothing() {
        allowed();
        MemoryKeyStore other = new MemoryKeyStore();
        assertThat(ring.byComputer(other).open()).isEqualTo(Problem.EMPTY);
        String place = ring.computer.orElseThrow().place();
        other.put(place, ComputerTrust.newSecret(new SecureRandom()));
        assertThat(ring.byComputer(other).open()).isEqualTo(Problem.OTHER_SECRET);
    }

    @Property(tries = 200)
    void whateverStandsInTheKeyStoreOpensNothing(@ForAll String secret) {
        allowed();
        system.kept.replaceAll((place, before) -> secret);
        assertThat(computer.open()).isEqualTo(Problem.OTHER_SECRET);
    }

    @Test
    void whoChangesTheNameOrTheWindowInTheFileOpensNothing() {
        allowed();
        ring.changes(key).give("Eva", PASSWORD);
        ComputerTrust was = ring.computer.orElseThrow();
        ring.computer =
                Optional.of(new ComputerTrust("Eva", was.window(), was.place(), was.wrapped()));
        assertThat(computer.open()).isEqualTo(Problem.OTHER_SECRET);
        ring.computer = Optional.of(new ComputerTrust("Ana", true, was.place(), was.wrapped()));
        assertThat(computer.open()).isEqualTo(Problem.OTHER_SECRET);
        ring.computer = Optional.of(was);
        assertThat(computer.open()).isInstanceOf(ComputerOutcome.Opened.class);
    }

    @Test
    void aChangedKeyringIsFoundOut() {
        allowed();
        ring.kept = new Keyring(ring.kept.holders(), "AAAA");
        assertThat(computer.open()).isEqualTo(Problem.TAMPERED);
    }

    @Test
    void anotherPasswordChangesNothing() {
        allowed();
        ring.changes(key).give("Ana", "otro tejado con lluvia");
        assertThat(computer.open()).isEqualTo(new ComputerOutcome.Opened("Ana", key));
    }

    @Test
    void whosePasswordIsTakenNoLongerOpensAndAnotherPasswordDoesNotBringItBack() {
        allowed();
        ring.changes(key).give("Eva", PASSWORD);
        ring.changes(key).take("Eva");
        assertThat(computer.person()).contains("Ana");
        ring.changes(key).give("Eva", PASSWORD);
        ComputerTrust was = ring.computer.orElseThrow();
        ring.changes(key).take("Ana");
        assertThat(computer.open()).isEqualTo(Problem.NOT_ALLOWED);
        ring.computer = Optional.of(was);
        assertThat(computer.open()).isEqualTo(Problem.NO_PASSWORD);
        ring.computer = Optional.empty();
        ring.changes(key).give("Ana", PASSWORD);
        assertThat(computer.open()).isEqualTo(Problem.NOT_ALLOWED);
    }

    @Test
    void whatWasForgottenOpensNothingAlsoFromAnOlderCopy() {
        allowed();
        ComputerTrust was = ring.computer.orElseThrow();
        assertThat(computer.forget()).isEmpty();
        assertThat(system.kept).isEmpty();
        assertThat(computer.open()).isEqualTo(Problem.NOT_ALLOWED);
        ring.computer = Optional.of(was);
        assertThat(computer.open()).isEqualTo(Problem.EMPTY);
    }

    @Test
    void anotherPersonInPlaceOfTheFirstLeavesAnOlderCopyDead() {
        allowed();
        ComputerTrust was = ring.computer.orElseThrow();
        ring.changes(key).give("Eva", PASSWORD);
        assertThat(computer.allow(key, "Eva", true)).isEmpty();
        assertThat(computer.opensWindow()).isTrue();
        assertThat(computer.open()).isEqualTo(new ComputerOutcome.Opened("Eva", key));
        assertThat(system.kept).hasSize(1);
        ring.computer = Optional.of(was);
        assertThat(computer.open()).isEqualTo(Problem.OTHER_SECRET);
    }

    @Test
    void itIsForgottenAlsoWhileTheKeyStoreIsLockedAndThatTheSecretStaysIsSaid() {
        allowed();
        system.problem = Optional.of(KeyStoreProblem.LOCKED);
        assertThat(computer.forget()).contains(KeyStoreProblem.LOCKED);
        assertThat(computer.person()).isEmpty();
    }

    @Test
    void whatTheKeyStoreDoesNotTakeIsNotAllowed() {
        ring.changes(key).give("Ana", PASSWORD);
        assertThat(computer.allow(key, "Eva", false)).contains(Problem.NO_PASSWORD);
        system.problem = Optional.of(KeyStoreProblem.ABSENT);
        assertThat(computer.allow(key, "Ana", false)).contains(Problem.ABSENT);
        assertThat(computer.person()).isEmpty();
    }

    @Test
    void aKeyStoreThatTakesAndDoesNotGiveLeavesNothing() {
        ring.changes(key).give("Ana", PASSWORD);
        SystemKeyStore forgetful =
                new SystemKeyStore() {
                    @Override
                    public Optional<KeyStoreProblem> put(String place, String secret) {
                        return Optional.empty();
                    }

                    @Override
                    public KeptSecret get(String place) {
                        return new KeptSecret.Missing(KeyStoreProblem.EMPTY);
                    }

                    @Override
                    public Optional<KeyStoreProblem> remove(String place) {
                        return Optional.empty();
                    }
                };
        assertThat(ring.byComputer(forgetful).allow(key, "Ana", false)).contains(Problem.EMPTY);
        assertThat(computer.person()).isEmpty();
    }
}
