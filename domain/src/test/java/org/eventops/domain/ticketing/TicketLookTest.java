package org.eventops.domain.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TicketLookTest {
    /** 4.5 is what WCAG asks of text that is to be read. */
    @Property
    void textOnAnyColourCanBeRead(@ForAll @IntRange(max = 0xffffff) int rgb) {
        TicketLook look = TicketLook.plain().withColour(written(rgb));
        assertThat(look.rgb()).isEqualTo(rgb);
        assertThat(look.contrast()).isBetween(4.5, 21.0);
    }

    @Example
    void darkColoursBearWhiteTextAndLightOnesBlack() {
        assertThat(look("#000000").isInkWhite()).isTrue();
        assertThat(look("#000000").contrast()).isEqualTo(21);
        assertThat(TicketLook.plain().isInkWhite()).isTrue();
        assertThat(look("#ffffff").isInkWhite()).isFalse();
        assertThat(look("#ffd400").isInkWhite()).isFalse();
    }

    @Property
    void takesAColourInEitherCase(@ForAll @IntRange(max = 0xffffff) int rgb) {
        String small = written(rgb);
        assertThat(TicketLook.colour(small)).contains(small);
        assertThat(TicketLook.colour(" " + small.toUpperCase(Locale.ROOT))).contains(small);
    }

    @Example
    void knowsWhatIsNoColour() {
        for (String each : new String[] {"", "red", "#12345", "#1234567", "123456", "#12345g"}) {
            assertThat(TicketLook.colour(each)).as(each).isEmpty();
            assertThatThrownBy(() -> look(each)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Example
    void takesALogoUpToItsSizeAndNoLarger() {
        byte[] largest = new byte[TicketLook.LARGEST_LOGO];
        assertThat(TicketLook.plain().withLogo(largest).logo()).hasSize(933_336);
        byte[] larger = new byte[TicketLook.LARGEST_LOGO + 3];
        assertThatThrownBy(() -> TicketLook.plain().withLogo(larger))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TicketLook look(String colour) {
        return new TicketLook(colour, null);
    }

    private static String written(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
