package org.eventops.domain.door.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommonRuleTest {
    static Stream<CommonRule> all() {
        return Stream.of(
                new CommonRule.Products(List.of("vip", "a\"b\\c")),
                new CommonRule.Gates(List.of("north")),
                new CommonRule.EntriesADay(3),
                new CommonRule.FromAdmission(10),
                new CommonRule.From(LocalTime.of(20, 5)),
                new CommonRule.Until(LocalTime.of(23, 0)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isARuleThatTheDoorUnderstandsAloneAndWithAnother(CommonRule rule) {
        String both = rule.andAlso(new CommonRule.EntriesADay(1).json());
        assertThat(Rule.read(rule.json()).problems()).isEmpty();
        assertThat(Rule.read(both).problems()).isEmpty();
        assertThat(both).startsWith("{\"and\":[{\"<\"");
        assertThat(rule.andAlso("{}")).isEqualTo(rule.andAlso(null)).isEqualTo(rule.json());
    }
}
