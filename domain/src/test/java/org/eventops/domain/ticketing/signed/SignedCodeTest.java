package org.eventops.domain.ticketing.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignedCodeTest {
    private static final TicketKeys.Pair PAIR = TicketKeys.generate();
    private static final SigningKey KEY = new SigningKey("1", PAIR.publicKey(), null);

    @Property(tries = 200)
    void saysWhatWasSigned(
            @ForAll long high,
            @ForAll long low,
            @ForAll @IntRange(min = 0, max = 0xffff) int issue,
            @ForAll @IntRange(min = 0, max = 7) int fields) {
        TicketPayload payload = payload(new UUID(high, low), issue, fields);
        SignedCode code = TicketKeys.sign(payload, PAIR.privateKey());
        Optional<SignedCode> read = SignedCode.read(code.text().toLowerCase(Locale.ROOT));
        assertThat(read.map(SignedCode::payload)).contains(payload);
        assertThat(TicketKeys.isGenuine(read.orElseThrow(), KEY)).isTrue();
        assertThat(code.text())
                .matches("EO1[0-9A-Z]+")
                .hasSizeLessThanOrEqualTo(fields == 0 ? 143 : 160);
    }

    @Test
    void isGenuineOnlyUnderItsOwnKey() {
        SignedCode code = TicketKeys.sign(payload(new UUID(1, 2), 1, 0), PAIR.privateKey());
        SigningKey other = new SigningKey("2", TicketKeys.generate().publicKey(), null);
        assertThat(TicketKeys.isGenuine(code, other)).isFalse();
        assertThat(TicketKeys.isGenuine(code, new SigningKey("3", "no key", null))).isFalse();
    }

    /** Ten thousand altered codes: no other character anywhere leaves a code that is genuine. */
    @Test
    void noAlteredCharacterIsGenuine() {
        Random random = new Random(20261121);
        String text = TicketKeys.sign(payload(new UUID(5, 6), 1, 7), PAIR.privateKey()).text();
        String letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (int i = 0; i < 10_000; i++) {
            int place = random.nextInt(text.length());
            char letter = letters.charAt(random.nextInt(letters.length()));
            String altered = text.substring(0, place) + letter + text.substring(place + 1);
            if (!altered.equals(text)) {
                assertThat(SignedCode.read(altered).filter(SignedCodeTest::isGenuine))
                        .as(altered)
                        .isEmpty();
            }
        }
    }

    @Test
    void noAlteredBitIsGenuine() {
        TicketPayload payload = payload(new UUID(5, 6), 1, 7);
        SignedCode code = TicketKeys.sign(payload, PAIR.privateKey());
        byte[] signature = code.signature();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] altered = signature.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(TicketKeys.isGenuine(SignedCode.of(payload, altered), KEY)).isFalse();
        }
        byte[] bytes = payload.bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] altered = bytes.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(
                            TicketPayload.read(altered)
                                    .map(each -> SignedCode.of(each, signature))
                                    .filter(SignedCodeTest::isGenuine))
                    .isEmpty();
        }
    }

    @Property(tries = 2000)
    void readsAnyTextWithoutFalling(@ForAll @StringLength(max = 300) String text) {
        assertThat(SignedCode.read(text)).isEmpty();
    }

    @Property(tries = 2000)
    void readsAnyTextOfItsLettersWithoutFalling(
            @ForAll
                    @StringLength(max = 220)
                    @CharRange(from = '0', to = '9')
                    @CharRange(from = 'A', to = 'Z')
                    String text) {
        assertThat(SignedCode.read("EO1" + text).filter(SignedCodeTest::isGenuine)).isEmpty();
    }

    private static boolean isGenuine(SignedCode code) {
        return TicketKeys.isGenuine(code, KEY);
    }

    private static TicketPayload payload(UUID id, int issue, int fields) {
        return new TicketPayload(
                TicketKeys.tag(PAIR.publicKey()),
                new TicketId(id),
                TicketPayload.tag("general"),
                issue,
                (fields & 1) == 0 ? 0 : TicketPayload.tag("fri"),
                at((fields & 2) != 0, "2026-11-20T19:00:00Z"),
                at((fields & 4) != 0, "2150-01-01T00:00:00Z"));
    }

    private static @Nullable Instant at(boolean set, String time) {
        return set ? Instant.parse(time) : null;
    }
}
