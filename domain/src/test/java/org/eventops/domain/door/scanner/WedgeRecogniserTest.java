package org.eventops.domain.door.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WedgeRecogniserTest {
    private final WedgeRecogniser wedge = new WedgeRecogniser();
    private final List<String> scans = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private int entered;
    private long now = 1000;

    @Test
    void takesABurstWithEnterForAScan() {
        type("k3v9q0\r", 5);
        assertThat(scans).containsExactly("k3v9q0");
        assertThat(field).isEmpty();
    }

    @Test
    void takesABurstWithoutEnterForAScanAfterAPause() {
        type("k3v9q0", 5);
        pause();
        assertThat(scans).containsExactly("k3v9q0");
        assertThat(field).isEmpty();
    }

    @Test
    void takesSlowKeysForTyping() {
        type("muller", 120);
        pause();
        assertThat(scans).isEmpty();
        assertThat(field).hasToString("muller");
        type("\r", 200);
        assertThat(entered).isEqualTo(1);
        assertThat(scans).isEmpty();
    }

    @Test
    void leavesWhatWasTypedBeforeTheScan() {
        type("ana", 150);
        now += 500;
        type("k3v9q0xyz\r", 4);
        assertThat(scans).containsExactly("k3v9q0xyz");
        assertThat(field).hasToString("ana");
    }

    @Test
    void dropsControlCharactersInsideACode() {
        type("01\u001dABC\u0000DEF\r", 3);
        assertThat(scans).containsExactly("01ABCDEF");
    }

    @Test
    void cutsAFloodAndGoesOn() {
        type("x".repeat(10_000) + "\r", 1);
        type("next-code\r", 5);
        assertThat(scans).hasSize(2);
        assertThat(scans.getFirst()).hasSize(WedgeRecogniser.LONGEST);
        assertThat(scans.getLast()).isEqualTo("next-code");
        assertThat(field).isEmpty();
    }

    @Test
    void takesTabForAnEndToo() {
        type("k3v9q0\t", 5);
        assertThat(scans).containsExactly("k3v9q0");
    }

    @Property
    void hearsEveryCodeOfTwoScannersInOrder(
            @ForAll @Size(min = 1, max = 8)
                    List<@AlphaChars @StringLength(min = 6, max = 60) String> codes,
            @ForAll @IntRange(min = 1, max = 30) int gap,
            @ForAll boolean enter) {
        scans.clear();
        for (String code : codes) {
            type(enter ? code + "\r" : code, gap);
            if (!enter) {
                pause();
            }
        }
        assertThat(scans).isEqualTo(codes);
        assertThat(field).isEmpty();
    }

    private void type(String text, long gap) {
        for (int i = 0; i < text.length(); i++) {
            now += gap;
            hear(wedge.key(text.charAt(i), now));
        }
    }

    private void pause() {
        now += WedgeRecogniser.PAUSE;
        hear(wedge.pause(now));
    }

    private void hear(Heard heard) {
        switch (heard) {
            case Heard.Typed typed -> field.append(typed.character());
            case Heard.Scanned scan -> {
                scans.add(scan.code());
                field.setLength(field.length() - scan.typed());
            }
            case Heard.Entered unused -> entered++;
            case Heard.Silence unused -> {}
        }
    }
}
