package org.eventops.domain.door.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever JSON somebody makes a rule of, there is an answer, and it can be said. */
class AnyRuleTest {
    private static final Instant NOW = Instant.parse("2020-01-04T09:30:00Z");
    private static final RuleFacts FACTS =
            new RuleFacts(
                    "vip",
                    null,
                    NOW,
                    new RuleFacts.Occasion(ZoneOffset.UTC, NOW, NOW, null),
                    List.of(NOW),
                    true);

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> leaf =
                Arbitraries.of(
                        "null",
                        "true",
                        "0",
                        "-1.5",
                        "1e300",
                        "\"\"",
                        "\"vip\"",
                        "\"custom\"",
                        "\"customtime\"",
                        "\"20:00\"",
                        "[]",
                        "\"+999999999-01-01T00:00:00Z\"",
                        "{\"var\":\"now\"}",
                        "{\"var\":\"entries_number\"}",
                        "{\"var\":\"product\"}",
                        "{\"var\":\"gate\"}",
                        "{\"var\":[]}",
                        "{}",
                        "{\"buildTime\":[\"date_from\"]}",
                        "{\"buildTime\":[\"custom\",\"+999999999-01-01T00:00:00Z\"]}",
                        "{\"objectList\":[1,null,\"vip\"]}");
        return Arbitraries.lazyOf(() -> leaf, () -> leaf, this::operation);
    }

    private Arbitrary<String> operation() {
        Stream<String> names =
                Stream.concat(
                        RuleOperator.ALL.keySet().stream().sorted(), Stream.of("var", "some", ""));
        return Arbitraries.of(names.toList())
                .flatMap(
                        name ->
                                json().list()
                                        .ofMaxSize(3)
                                        .map(
                                                given ->
                                                        "{\""
                                                                + name
                                                                + "\":["
                                                                + String.join(",", given)
                                                                + "]}"));
    }

    @Property(tries = 3000)
    void alwaysAnswers(@ForAll("json") String json) {
        Rule rule = Rule.read(json);
        RuleOutcome outcome = rule.evaluate(FACTS, RuleNames.NONE);
        if (!rule.problems().isEmpty()) {
            assertThat(outcome).isInstanceOf(RuleOutcome.CannotTell.class);
        }
        rule.sentence(RuleNames.NONE);
    }
}
