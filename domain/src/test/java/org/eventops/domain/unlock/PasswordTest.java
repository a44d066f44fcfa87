package org.eventops.domain.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    @ParameterizedTest
    @CsvSource({
        "muycorta9, TOO_SHORT",
        "aaaaaaaaaaaa, TOO_PLAIN",
        "1234567890, TOO_PLAIN",
        "abababababab, TOO_PLAIN",
        "marcela1, TOO_SHORT",
        "marcelaPeña, IS_NAME",
        "Marcela Peña 7, IS_NAME",
        "marcela2027, IS_NAME"
    })
    void whatIsGuessedAtOnceWillNotDo(String typed, Password.Problem problem) {
        assertThat(Password.problem("Marcela Peña", typed)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lluvia sobre tejado", "Qx7!pw-29zK", "la marcela canta lejos"})
    void othersDo(String typed) {
        assertThat(Password.problem("Marcela Peña", typed)).isEmpty();
    }

    @Property(tries = 200)
    void whatIsSealedIsReadOnlyAsItWas(
            @ForAll @Size(max = 100) byte[] plain, @ForAll @IntRange(max = 10_000) int flip) {
        StoreKey key = StoreKey.random(new SecureRandom());
        String text = SealedText.seal(key.derive("test"), "about", plain, new SecureRandom());
        assertThat(SealedText.open(key.derive("test"), "about", text)).contains(plain);
        assertThat(SealedText.open(key.derive("test"), "other", text)).isEmpty();
        assertThat(SealedText.open(key.derive("tests"), "about", text)).isEmpty();
        byte[] bytes = Base64.getDecoder().decode(text);
        int bit = flip % (bytes.length * Byte.SIZE);
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThat(SealedText.open(key.derive("test"), "about", changed)).isEmpty();
    }
}
