package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A passphrase in a file, so that it stands in no list of processes and in no history. */
final class SecretFile {
    private static final String MARK = "\uFEFF";
    private static final long LARGEST = 4096;

    private SecretFile() {}

    /** Its first line. */
    static char[] read(Session session, String place, Path file) {
        return lines(session, place, file, 1, "cli.sync.passphrase").getFirst().toCharArray();
    }

    /**
     * All of its lines.
     *
     * @param place option that named it
     * @param least how many there have to be, of which the first says something
     * @param expected text that says what belongs into it
     * @throws CliFailure if something else is there, or nothing that can be read
     */
    static List<String> lines(
            Session session, String place, Path file, int least, String expected) {
        String problem = expected;
        try {
            List<String> lines =
                    Files.size(file) > LARGEST ? List.of() : text(file).lines().toList();
            if (lines.size() >= least && !lines.getFirst().isEmpty()) {
                return lines;
            }
        } catch (CharacterCodingException e) {
            problem = "cli.secret.encoding";
        } catch (IOException e) {
            problem = "cli.import.file";
        }
        throw session.wrong(place, file.toString(), session.text(problem));
    }

    /** Without the mark that some editors write in front of a text. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
