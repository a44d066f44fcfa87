package org.eventops.domain.badge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BadgeLayoutTest {
    @Property
    void everyElementLiesOnTheBadgeWhateverItsSize(
            @ForAll @DoubleRange(min = -500, max = 500) double x,
            @ForAll @DoubleRange(min = -500, max = 500) double size,
            @ForAll @DoubleRange(min = -50, max = 500) double width) {
        BadgeLayout layout =
                BadgeLayout.standard()
                        .with(BadgeLayout.standard().elements().getFirst().in(box(x, size)))
                        .sized(width, size);
        assertThat(layout.elements())
                .allSatisfy(
                        each ->
                                assertThat(each.box().isWithin(layout.width(), layout.height()))
                                        .isTrue());
    }

    private static Box box(double x, double size) {
        return new Box(x, -x, size, size);
    }

    @Test
    void knowsThePresetOfASize() {
        assertThat(BadgeSize.of(BadgeLayout.standard())).contains(BadgeSize.HOLDER);
        assertThat(BadgeSize.of(BadgeLayout.standard().sized(91, 60))).isEmpty();
    }

    @Test
    void keepsOutputsAsText() {
        assertThat(BadgeOutput.of(new BadgeOutput.Printer("A:B").kept()))
                .isEqualTo(new BadgeOutput.Printer("A:B"));
        assertThat(BadgeOutput.of(new BadgeOutput.Folder("C:\\x").kept()))
                .isEqualTo(new BadgeOutput.Folder("C:\\x"));
        assertThat(BadgeOutput.of("")).isEqualTo(new BadgeOutput.None());
        assertThat(BadgeOutput.of("printer:")).isEqualTo(new BadgeOutput.None());
    }
}
