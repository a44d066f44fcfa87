package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.resources.Texts;
import org.junit.jupiter.api.Test;

/** What a command says while it waits for an exchange. */
class ExchangeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final String DOORS = "its doors can open";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void thatDoorsCanOpenIsSaidOnceAndBeforeAllIsHere() {
        SyncStatus end =
                exchange(
                        status(State.LOADING, 0.1, false),
                        status(State.LOADING, 0.3, true),
                        status(State.LOADING, 0.6, true),
                        status(State.UP_TO_DATE, 1, true));
        assertThat(end.state()).isEqualTo(State.UP_TO_DATE);
        assertThat(said()).containsOnlyOnce(DOORS);
    }

    @Test
    void whereNothingIsLoadedNothingIsSaid() {
        exchange(status(State.EXCHANGING, 1, true), status(State.UP_TO_DATE, 1, true));
        assertThat(said()).doesNotContain(DOORS);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private SyncStatus exchange(SyncStatus... told) {
        Output output =
                new Output(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        false);
        Session session =
                new Session(
                        new EventOpsCommand(),
                        Texts.of(Locale.ENGLISH),
                        output,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new ThisComputer(SystemKeyStores.here(), new ScriptedTerminal()));
        return new Exchange(session, new Told(List.of(told))).once();
    }

    private static SyncStatus status(State state, double loaded, boolean doorReady) {
        return new SyncStatus(state, 0, null, NOW, null, 0, null, loaded, doorReady, 0, 0, null);
    }

    /** Tells these, one after another, as soon as it is asked to exchange. */
    private record Told(List<SyncStatus> all, List<Consumer<SyncStatus>> listeners)
            implements SyncControl {
        Told(List<SyncStatus> all) {
            this(all, new CopyOnWriteArrayList<>());
        }

        @Override
        public SyncStatus status() {
            return SyncStatus.quiet(State.CONNECTING);
        }

        @Override
        public Subscription listen(Consumer<SyncStatus> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public Optional<Connection> connection() {
            return Optional.empty();
        }

        @Override
        public ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress) {
            return new ConnectOutcome.Failed(Trouble.SWITCHED_OFF);
        }

        @Override
        public void now() {
            all.forEach(each -> listeners.forEach(listener -> listener.accept(each)));
        }
    }
}
