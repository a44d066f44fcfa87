package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.ticketing.signed.TicketKeys;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.Stretching;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.persistence.unlock.AppCodes;
import org.eventops.persistence.unlock.Argon2Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keyring as files, the real password stretching, and codes as telephones show them. */
class KeyringTest {
    private static final String PASSWORD = "lluvia sobre tejado";

    @TempDir Path folder;

    private Unlocking unlocking() {
        return Store.unlocking(folder, Clock.systemUTC());
    }

    private UnlockOutcome typed(String password) {
        return unlocking().unlock(new UnlockAttempt("Ana Peña", password, ""));
    }

    @Test
    void theKeyThatLayOpenIsTheOneThatAPasswordOpensLater() {
        StoreKey before;
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            before = store.key();
            unlocking().changes(before).give("Ana Peña", PASSWORD);
        }
        assertThat(folder.resolve("store.key")).doesNotExist();
        assertThat(typed(PASSWORD)).isEqualTo(new UnlockOutcome.Opened("Ana Peña", before));
        assertThatThrownBy(() -> Store.open(folder, Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("PROTECTED");
        Store.open(folder, Clock.systemUTC(), before).close();
    }

    @Test
    void anOpenKeyThatWasLeftBehindIsGoneAtTheNextOpening() throws IOException {
        StoreKey key;
        String text;
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            key = store.key();
            text = Files.readString(folder.resolve("store.key"));
            unlocking().changes(key).give("Ana Peña", PASSWORD);
        }
        Files.writeString(folder.resolve("store.key"), text);
        Store.open(folder, Clock.systemUTC(), key).close();
        assertThat(folder.resolve("store.key")).doesNotExist();
    }

    @Test
    void aLostKeyIsNotReplacedByAnother() throws IOException {
        Store.open(folder, Clock.systemUTC()).close();
        Path file = folder.resolve("store.key");
        String text = Files.readString(file);
        Files.delete(file);
        assertThatThrownBy(() -> Store.open(folder, Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("CORRUPT: store.key");
        assertThat(file).doesNotExist();
        Files.writeString(
                file,
                Base64.getEncoder().encodeToString(StoreKey.random(new SecureRandom()).bytes()));
        assertThatThrownBy(() -> Store.open(folder, Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("CORRUPT: store.seal");
        Files.writeString(file, text);
        Store.open(folder, Clock.systemUTC()).close();
    }

    @Test
    void nobodyButThisUserReadsTheFiles() throws IOException {
        Store.open(folder, Clock.systemUTC()).close();
        StoreKey key = new FolderKeyring(folder).openKey();
        assertThat(permissions("store.key")).isEqualTo("rw-------");
        unlocking().changes(key).give("Ana Peña", PASSWORD);
        typed("wrong");
        assertThat(permissions("keyring.json")).isEqualTo("rw-------");
        assertThat(permissions("unlock.state")).isEqualTo("rw-------");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    @Test
    void noFlippedBitOpensItOrPassesForAWrongPassword() throws IOException {
        StoreKey key = new FolderKeyring(folder).openKey();
        unlocking().changes(key).give("Ana Peña", PASSWORD);
        Path file = folder.resolve("keyring.json");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        Set<String> told = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                // Names are read without the sum being wrong only if nothing of it was.
                told.add(String.join(",", unlocking().names()));
            } catch (StoreException e) {
                told.add(e.problem().name());
            }
        }
        assertThat(told).containsExactly("CORRUPT");
        Files.write(file, whole);
        assertThat(typed(PASSWORD)).isInstanceOf(UnlockOutcome.Opened.class);
    }

    @Test
    void privateKeysOfTicketsLieUnderTheStoresKeyAlsoOlderOnes() throws IOException {
        TicketKeys.Pair pair = TicketKeys.generate();
        TicketKeys.Pair older = TicketKeys.generate();
        Path keys = folder.resolve("keys");
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            store.keys().keep(pair);
            Files.writeString(
                    keys.resolve("%08x.key".formatted(TicketKeys.tag(older.publicKey()))),
                    older.privateKey());
            assertThat(store.keys().privateKey(pair.publicKey())).contains(pair.privateKey());
            assertThat(store.keys().privateKey(older.publicKey())).contains(older.privateKey());
            assertThat(store.keys().privateKey(older.publicKey())).contains(older.privateKey());
        }
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain(pair.privateKey(), older.privateKey());
            }
        }
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(store.keys().privateKey(pair.publicKey())).contains(pair.privateKey());
        }
    }

    /**
     * RFC 9106, section 5.3, but for what our port leaves out; computed with the reference tool.
     */
    @Test
    void passwordsBecomeWhatArgon2SaysTheyDo() {
        String salt =
                Base64.getEncoder().encodeToString("somesalt".getBytes(StandardCharsets.US_ASCII));
        byte[] key =
                new Argon2Stretch()
                        .key("password", new Stretching(65_536, 2, 1, salt))
                        .getEncoded();
        assertThat(key)
                .asHexString()
                .isEqualToIgnoringCase(
                        "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @Test
    void codesAreThoseOfRfc6238() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        AppCodes codes = new AppCodes();
        assertThat(codes.at(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(codes.at(secret, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(codes.at(secret, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
        assertThat(codes.address("Ana Peña", secret))
                .isEqualTo(
                        "otpauth://totp/EventOps%3AAna%20Pe%C3%B1a"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=EventOps&digits=6&period=30");
    }
}
