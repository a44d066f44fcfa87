package org.eventops.sync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EnrolmentBundleTest {
    private static final char[] PASSPHRASE = "Número ñandú 7 曲".toCharArray();

    private final EnrolmentBundle bundle = new EnrolmentBundle(Samples.access(null), Samples.UNTIL);
    private final String locked = bundle.locked(PASSPHRASE, Samples.RANDOM);

    @Test
    void comesBackWholeUnderItsPassphrase() {
        assertThat(EnrolmentBundle.open(bytes(locked), PASSPHRASE)).contains(bundle);
        assertThat(EnrolmentBundle.open(bytes(" " + locked + "\r\n"), PASSPHRASE)).contains(bundle);
    }

    @Test
    void staysShutUnderAnotherPassphrase() {
        assertThat(EnrolmentBundle.open(bytes(locked), "Número".toCharArray())).isEmpty();
        assertThat(EnrolmentBundle.open(bytes(locked), new char[0])).isEmpty();
    }

    @Test
    void showsNothingOfItsContent() {
        String raw =
                new String(
                        Base64.getUrlDecoder().decode(locked.substring(10)),
                        StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain("hub.example", "puerta");
        assertThat(bundle.toString())
                .doesNotContain(bundle.access().login().secret())
                .doesNotContain(bundle.access().keys().carry());
    }

    @Test
    void isRefusedWithAnyPartOfItChanged() {
        byte[] raw = Base64.getUrlDecoder().decode(locked.substring(10));
        int[] places = {0, 1, 2, 5, 6, 25, 34, raw.length / 2, raw.length - 1};
        for (int place : places) {
            byte[] changed = raw.clone();
            changed[place] ^= 1;
            assertThat(open(changed)).as("byte %d", place).isEmpty();
        }
        assertThat(open(java.util.Arrays.copyOf(raw, raw.length - 1))).isEmpty();
        assertThat(open(java.util.Arrays.copyOf(raw, 20))).isEmpty();
    }

    private static java.util.Optional<EnrolmentBundle> open(byte[] raw) {
        return EnrolmentBundle.open(
                bytes("EVENTOPS1:" + Base64.getUrlEncoder().encodeToString(raw)), PASSPHRASE);
    }

    @Test
    void refusesWhatIsNoBundle() {
        assertThat(EnrolmentBundle.open(new byte[0], PASSPHRASE)).isEmpty();
        assertThat(EnrolmentBundle.open(bytes("EVENTOPS1:¡"), PASSPHRASE)).isEmpty();
        assertThat(EnrolmentBundle.open(bytes("EVENTOPS2:AAAA"), PASSPHRASE)).isEmpty();
    }

    @Test
    void fitsInOneCodeWithAnAuthorityOfItsOwn() {
        byte[] certificate = new byte[900]; // of an RSA key with 2048 bits; does not compress
        Samples.RANDOM.nextBytes(certificate);
        String authority = Base64.getEncoder().encodeToString(certificate);
        String large =
                new EnrolmentBundle(Samples.access(authority), Samples.UNTIL)
                        .locked(PASSPHRASE, Samples.RANDOM);
        assertThat(locked).hasSizeLessThan(700);
        assertThat(large).hasSizeLessThan(EnrolmentBundle.QR_CODE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
