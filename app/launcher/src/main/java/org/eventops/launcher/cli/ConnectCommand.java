package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.eventops.console.shell.SyncOutcomes;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes this store one of a hub's consoles; what it holds is brought along. */
@Command(name = "connect")
final class ConnectCommand implements Callable<Integer> {
    private static final long LARGEST = 1 << 16;

    private final Session session;

    @Parameters(paramLabel = "BUNDLE", descriptionKey = "bundle")
    private Path bundle = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "F", required = true)
    private Path passphraseFile = Path.of("");

    ConnectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        byte[] content = content();
        char[] passphrase = SecretFile.read(session, "--passphrase-file", passphraseFile);
        try {
            if (session.offline()) {
                throw failed(new ConnectOutcome.Failed(Trouble.SWITCHED_OFF));
            }
            return session.inStoreEvenLocked(console -> connect(console, content, passphrase));
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    private byte[] content() {
        try {
            if (Files.size(bundle) <= LARGEST) {
                return Files.readAllBytes(bundle);
            }
        } catch (IOException e) {
            // said below with what was expected
        }
        throw session.wrong("BUNDLE", bundle.toString(), session.text("cli.sync.bundle"));
    }

    private int connect(OpenConsole console, byte[] content, char[] passphrase) {
        SyncControl control = console.sync().control();
        try (KeyboardProgress progress = new KeyboardProgress(session)) {
            ConnectOutcome outcome = control.connect(content, passphrase, progress);
            if (!(outcome instanceof ConnectOutcome.Connected)) {
                throw failed(outcome);
            }
            session.output().note(new SyncOutcomes(session.texts()).connect(outcome));
        }
        Exchange exchange = new Exchange(session, control);
        exchange.print(exchange.once());
        return ExitCode.DONE.status();
    }

    private CliFailure failed(ConnectOutcome outcome) {
        String sentence = new SyncOutcomes(session.texts()).connect(outcome);
        return outcome instanceof ConnectOutcome.Failed
                ? CliFailure.environment(sentence)
                : CliFailure.input(bundle + ": " + sentence);
    }
}
