package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCleanerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc|abc",
                "\\000001abc|abc",
                "\\000003abc|abc",
                "\\000026abc|abc",
                "\\000027 abc|abc",
                "\\000002abc|\\000002abc",
                "\\000001\\000001abc|\\000001abc",
                "https://t.example/x?code=a%2Fb%20c&y=1|a/b c",
                "https://t.example/x?barcode=9&code=a+b|a b",
                "HTTP://t.example/tickets/abc|abc",
                "https://t.example/tickets/abc/|abc",
                "https://t.example/tickets/abc?lang=es#top|abc",
                "https://t.example/tickets/abc?code=|abc",
                "https://t.example/tickets/a%C3%B1b|añb",
                "https://t.example/tickets/50%zz|50%zz",
                "\\000026https://t.example/abc|abc",
                "https://t.example|https://t.example",
                "ftp://t.example/abc|ftp://t.example/abc",
            })
    void findsTheCode(String read, String code) {
        assertThat(CodeCleaner.clean(read)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\r\n", "\\000001", "\u0000\u001d", "\uFEFF\u00A0"})
    void findsNothingInNothing(String read) {
        assertThat(CodeCleaner.clean(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\r\n", "\tabc ", "\uFEFFabc", "\u0002abc\u0003"})
    void trimsWhatAScannerPutsAround(String read) {
        assertThat(CodeCleaner.clean(read)).isEqualTo("abc");
    }

    @Property
    void neverThrowsAndNeverGrowsPastWhatWasRead(@ForAll String read) {
        assertThat(CodeCleaner.clean(read).length()).isLessThanOrEqualTo(read.length());
        CodeCleaner.clean("https://" + read);
        CodeCleaner.clean("http://h/p?code=" + read);
    }
}
