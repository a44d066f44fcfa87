package org.eventops.launcher.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.console.services.PrivacyServices;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalDocuments;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All that is kept of a person, as one document. */
@Command(name = "export")
final class PrivacyExportCommand implements Callable<Integer> {
    private final Session session;
    private final PrivacyLines lines;

    @Mixin private PrivacyPerson person = new PrivacyPerson();

    @Option(names = "--out", paramLabel = "F")
    private @Nullable Path out;

    PrivacyExportCommand(Session session) {
        this.session = session;
        this.lines = new PrivacyLines(session);
    }

    @Override
    public Integer call() {
        return session.inStore(this::export);
    }

    private int export(OpenConsole console) {
        PrivacyServices services = console.privacy();
        PersonalData data = person.data(lines, console);
        PersonalDocuments.Form form =
                new PersonalDocuments.Form(
                        services.retention().rule().orElse(0),
                        session.clock().instant(),
                        session.texts().locale(),
                        session.json());
        try {
            write(services, data, form);
        } catch (IOException e) {
            throw CliFailure.environment(
                    session.text("cli.export.failed", out == null ? "stdout" : out));
        }
        return ExitCode.DONE.status();
    }

    private void write(PrivacyServices services, PersonalData data, PersonalDocuments.Form form)
            throws IOException {
        Path file = out;
        if (file == null) {
            OutputStream stdout = session.output().document();
            services.documents().write(data, form, stdout);
            stdout.flush();
        } else {
            try (WholeFile whole = new WholeFile(file)) {
                services.documents().write(data, form, whole);
                whole.whole();
            }
        }
    }
}
