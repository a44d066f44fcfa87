package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A passphrase in a file, so that it stands in no list of processes and in no history. */
final class SecretFile {
    private static final String MARK = "\uFEFF";
    private static final long LARGEST = 4096;

    private SecretFile() {}

    /** Its first line. */
    static char[] read(Session session, String place, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw expected(session, place, file);
            }
            String line = text(file).lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw expected(session, place, file);
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw expected(session, place, file);
        }
    }

    /** Without the mark that some editors write in front of a text. */
    static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static CliFailure expected(Session session, String place, Path file) {
        return session.wrong(place, file.toString(), session.text("cli.sync.passphrase"));
    }
}
