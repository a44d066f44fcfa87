package org.eventops.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.eventops.domain.ticketing.signed.KeyVault;
import org.eventops.domain.ticketing.signed.TicketKeys;
import org.eventops.domain.unlock.SealedText;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.unlock.PrivateFile;

/**
 * Private keys as files in the store's folder, one each, under the store's key. They stand beside
 * the database and its journal, not in them: neither a file that is handed on nor another console
 * ever gets them that way.
 */
final class FolderKeyVault implements KeyVault {
    /** What a file begins with; older ones hold the key as it is, until they are next read. */
    private static final String SEALED = "sealed:";

    private final Path folder;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    FolderKeyVault(StoreLocation location, StoreKey key) {
        this.folder = location.folder().resolve("keys");
        this.key = key.derive("private keys of tickets");
    }

    @Override
    public Optional<String> privateKey(String publicKey) {
        Path file = file(publicKey);
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.startsWith(SEALED)) {
                write(publicKey, text);
                return Optional.of(text);
            }
            return Optional.of(opened(publicKey, text.substring(SEALED.length())));
        } catch (IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    private String opened(String publicKey, String text) {
        byte[] plain =
                SealedText.open(key, publicKey, text)
                        .orElseThrow(() -> new StoreException(Problem.CORRUPT, name(publicKey)));
        return new String(plain, StandardCharsets.US_ASCII);
    }

    @Override
    public void keep(TicketKeys.Pair pair) {
        try {
            write(pair.publicKey(), pair.privateKey());
        } catch (IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    private void write(String publicKey, String privateKey) throws IOException {
        byte[] plain = privateKey.getBytes(StandardCharsets.US_ASCII);
        String text = SEALED + SealedText.seal(key, publicKey, plain, random);
        PrivateFile.write(file(publicKey), text.getBytes(StandardCharsets.US_ASCII));
    }

    private Path file(String publicKey) {
        return folder.resolve(name(publicKey));
    }

    private static String name(String publicKey) {
        return "%08x.key".formatted(TicketKeys.tag(publicKey));
    }
}
