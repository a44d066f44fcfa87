package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.sync.server.EnrolmentBundle;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a device in: makes the bundle that its console is connected with, once. */
@Command(name = "enroll")
final class ServerEnrollCommand implements Callable<Integer> {
    private static final int SHORTEST = 8;

    private final Session session;

    @Mixin private HubOption hub = new HubOption();

    @Option(names = "--tenant", paramLabel = "T", required = true)
    private String tenant = "";

    @Option(names = "--name", paramLabel = "N", required = true)
    private String name = "";

    @Option(names = "--role", paramLabel = "R", required = true)
    private String role = "";

    @Option(names = "--event", paramLabel = "SLUG")
    private List<String> events = List.of();

    @Option(names = "--out", paramLabel = "BUNDLE", required = true)
    private Path out = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "F", required = true)
    private Path passphraseFile = Path.of("");

    ServerEnrollCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        char[] passphrase = passphrase();
        try {
            return hub.work(session, operator -> enroll(operator, passphrase));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void enroll(HubOperator operator, char[] passphrase) throws OperatorProblem {
        HubOperator.Tenant of = operator.tenant(tenant);
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            // Said before anything is made at the hub.
            throw CliFailure.environment(session.text("cli.export.failed", out));
        }
        EnrolmentBundle bundle = operator.enroll(of, name, role, events);
        String locked = bundle.locked(passphrase, new SecureRandom());
        try (WholeFile file = new WholeFile(out)) {
            file.write((locked + "\n").getBytes(StandardCharsets.US_ASCII));
            file.whole();
        } catch (IOException e) {
            // Nobody has the bundle: the device is no use, and its name is wanted again.
            operator.revoke(of, bundle.access().device().id().toString());
            throw CliFailure.environment(session.text("cli.export.failed", out));
        }
        answer(bundle, locked.length());
    }

    private void answer(EnrolmentBundle bundle, int size) {
        String until = JsonRow.time(bundle.validUntil(), ZoneOffset.UTC);
        session.answer(
                JsonRow.of("device", bundle.access().device().id().toString())
                        .put("role", role)
                        .put("bundle", out.toString())
                        .put("validUntil", until)
                        .put("characters", size)
                        .put("fitsInQr", size <= EnrolmentBundle.QR_CODE)
                        .map(),
                session.text("cli.server.enroll", name, out, size, until)
                        + (size <= EnrolmentBundle.QR_CODE
                                ? ""
                                : "\n" + session.text("cli.server.enroll.large")));
    }

    /** The file's first line. */
    private char[] passphrase() {
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(passphraseFile)));
            int end = 0;
            while (end < text.length() && text.get(end) != '\n' && text.get(end) != '\r') {
                end++;
            }
            if (end < SHORTEST) {
                throw session.wrong(
                        "--passphrase-file",
                        passphraseFile.toString(),
                        session.text("cli.server.passphrase", SHORTEST));
            }
            char[] passphrase = new char[end];
            text.get(passphrase);
            return passphrase;
        } catch (CharacterCodingException e) {
            throw session.wrong("--passphrase-file", passphraseFile.toString(), "UTF-8");
        } catch (IOException e) {
            throw CliFailure.input(
                    session.text("cli.server.unreadable", passphraseFile.toString()));
        }
    }
}
