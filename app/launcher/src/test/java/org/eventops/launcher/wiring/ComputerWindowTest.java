package org.eventops.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.junit.jupiter.api.Test;

/** A store that this computer may open: the program's own start over a real store. */
class ComputerWindowTest extends StartedWindow {
    private static final class OneSecret implements SystemKeyStore {
        private volatile KeptSecret kept = new KeptSecret.Missing(KeyStoreProblem.EMPTY);

        @Override
        public Optional<KeyStoreProblem> put(String place, String secret) {
            kept = new KeptSecret.Found(secret);
            return Optional.empty();
        }

        @Override
        public KeptSecret get(String place) {
            return kept;
        }

        @Override
        public Optional<KeyStoreProblem> remove(String place) {
            kept = new KeptSecret.Missing(KeyStoreProblem.EMPTY);
            return Optional.empty();
        }
    }

    @Test
    void whereThatIsAllowedItOpensByItselfAsksAfterTheLockAndMayBeForbiddenAgain()
            throws Exception {
        people("Ana", "Eva");
        OneSecret keyStore = new OneSecret();
        start(keyStore);
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        says("#computer-state", "with a password only");
        DrawingThread.drawn(
                () -> {
                    ComboBox<?> who = (ComboBox<?>) find("#computer-who").orElseThrow();
                    who.getSelectionModel().select(who.getItems().indexOf("Eva"));
                    return true;
                });
        fire("#computer-window");
        fire("#computer-allow");
        says("#computer-state", "the window open the store as Eva");
        ends();

        start(keyStore);
        says("#status-person", "Eva");
        assertThat(leadsTo("Import")).isFalse();
        fire("#status-lock");
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        shows("#computer-forget");
        fire("#computer-forget");
        says("#computer-state", "with a password only");
        ends();

        start(keyStore);
        shows("#unlock-password");
    }

    @Test
    void aLockedKeyStoreIsSaidWhereThePasswordIsAskedFor() throws Exception {
        people("Ana");
        OneSecret keyStore = new OneSecret();
        try (OpenConsole console =
                OpenConsole.open(
                        folder,
                        Clock.systemUTC(),
                        (UnlockOutcome.Opened)
                                OpenConsole.unlocking(folder, Clock.systemUTC())
                                        .unlock(new UnlockAttempt("Ana", PASSWORD, "")),
                        Deed.UNLOCKED)) {
            Trusted.of(console.store(), folder, Clock.systemUTC(), keyStore).allow("Ana", true);
        }
        keyStore.kept = new KeptSecret.Missing(KeyStoreProblem.LOCKED);
        start(keyStore);
        says("#unlock-computer", "key store is locked");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
    }
}
