package org.eventops.console.feature.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.console.FakeServices;
import org.eventops.console.feature.sync.ConnectViewModel.Problem;
import org.eventops.console.feature.sync.ConnectViewModel.What;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.SyncServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectViewModelTest {
    private static final SyncControl.Connection WHO =
            new SyncControl.Connection("hub:5432", "Casa", "Puerta A", "door");

    @TempDir Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean connected;
    private SyncControl.ConnectOutcome answer = new SyncControl.ConnectOutcome.Connected(WHO);
    private final ConnectViewModel model = model();

    private ConnectViewModel model() {
        ScreenContext context = new Told(told).context();
        ConsoleServices fake = FakeServices.of();
        SyncServices none = fake.sync();
        ConsoleServices services =
                fake.with(
                        fake.store(),
                        new SyncServices(
                                new Asked(),
                                none.conflicts(),
                                none.cases(),
                                none.files(),
                                none.consoles(),
                                none.codes()),
                        fake.access());
        return new ConnectViewModel(context, services, () -> connected = true);
    }

    /** A hub that answers what the test says. */
    private final class Asked implements SyncControl {
        @Override
        public SyncStatus status() {
            return SyncStatus.quiet(SyncStatus.State.ALONE);
        }

        @Override
        public Subscription listen(Consumer<SyncStatus> listener) {
            return () -> {};
        }

        @Override
        public Optional<Connection> connection() {
            return Optional.empty();
        }

        @Override
        public ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress) {
            asked.add(new String(bundle, StandardCharsets.UTF_8) + "/" + new String(passphrase));
            return answer;
        }

        @Override
        public void now() {
            throw new AssertionError("not connected");
        }
    }

    private Optional<What> problem() {
        return model.problemProperty().get().map(Problem::what);
    }

    @Test
    void takesATextWithTheLineBreaksOfAMail() {
        model.typedProperty().set(" EVENTOPS1:abc\r\n def== \n");
        model.connect("eine".toCharArray());
        assertThat(asked).containsExactly("EVENTOPS1:abcdef==/eine");
        assertThat(connected).isTrue();
        assertThat(told).containsExactly("This console is now “Puerta A” at Casa.");
        assertThat(model.typedProperty().get()).isEmpty();
    }

    @Test
    void wipesThePassphraseOnceItWasUsed() {
        model.typedProperty().set("EVENTOPS1:abc");
        char[] passphrase = "secret".toCharArray();
        model.connect(passphrase);
        assertThat(new String(passphrase)).isBlank();
    }

    @Test
    void saysAtOnceThatAScannedTicketIsNoEnrolment() {
        model.typedProperty().set("EVENT");
        assertThat(problem()).isEmpty();
        model.typedProperty().set("T-4711");
        assertThat(problem()).contains(What.NOT_A_BUNDLE);
        model.connect("x".toCharArray());
        assertThat(asked).isEmpty();
    }

    @Test
    void takesAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("puerta.eventops"), "EVENTOPS1:xyz\n");
        model.open(file);
        assertThat(model.sourceProperty().get())
                .map(EnrolmentSource::name)
                .contains("puerta.eventops");
        model.connect("p".toCharArray());
        assertThat(asked).containsExactly("EVENTOPS1:xyz/p");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        model.open(folder.resolve("gone"));
        assertThat(problem()).contains(What.UNREADABLE);
        model.open(Files.writeString(folder.resolve("list.csv"), "a,b"));
        assertThat(problem()).contains(What.NOT_A_BUNDLE);
        model.open(Files.write(folder.resolve("film"), new byte[100_000]));
        assertThat(problem()).contains(What.TOO_LARGE);
    }

    @Test
    void asksForThePassphraseBeforeItAsksTheHub() {
        model.typedProperty().set("EVENTOPS1:abc");
        model.connect(new char[0]);
        assertThat(problem()).contains(What.NO_PASSPHRASE);
        assertThat(asked).isEmpty();
    }

    @Test
    void keepsTheEnrolmentForAnotherTryAfterAWrongPassphrase() {
        answer = new SyncControl.ConnectOutcome.NotOpened();
        model.typedProperty().set("EVENTOPS1:abc");
        model.connect("wrong".toCharArray());
        assertThat(connected).isFalse();
        assertThat(model.outcomeProperty().get()).contains(answer);
        assertThat(model.sourceProperty().get()).isPresent();
        assertThat(model.busyProperty().get()).isFalse();
    }
}
