package org.eventops.domain.door.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eventops.domain.door.rule.RuleProblem.Kind;
import org.eventops.domain.door.rule.RuleSentence.Anchor;
import org.eventops.domain.door.rule.RuleSentence.Relation;
import org.eventops.domain.door.rule.RuleSentence.Subject;
import org.eventops.domain.door.rule.RuleSentence.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every variable and operator, for a ticket of product vip at gate north in Tokyo. It is Saturday,
 * 4 January 2020, 18:30 there. Entries: Thursday 23:50, Friday 00:10, Saturday 18:00; inside.
 */
class RuleTest {
    private static final Instant NOW = Instant.parse("2020-01-04T09:30:00Z");
    private static final RuleFacts.Occasion OCCASION =
            new RuleFacts.Occasion(
                    ZoneId.of("Asia/Tokyo"),
                    Instant.parse("2020-01-04T10:00:00Z"),
                    Instant.parse("2020-01-04T14:00:00Z"),
                    Instant.parse("2020-01-04T09:00:00Z"));
    private static final List<Instant> ENTRIES =
            List.of(
                    Instant.parse("2020-01-02T14:50:00Z"),
                    Instant.parse("2020-01-02T15:10:00Z"),
                    Instant.parse("2020-01-04T09:00:00Z"));
    private static final RuleFacts FACTS =
            new RuleFacts("vip", "north", NOW, OCCASION, ENTRIES, true);
    private static final RuleNames NAMES =
            new RuleNames(Map.of("vip", "VIP seat"), Map.of("north", "North door"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'==':[{'var':'product'},'vip']}",
                "{'==':[{'var':['product']},'vip']}",
                "{'==':[{'var':'variation'},null]}",
                "{'==':[{'var':'gate'},'north']}",
                "{'==':[{'var':'entry_status'},'present']}",
                "{'==':[{'var':'now_isoweekday'},6]}",
                "{'==':[{'var':'entries_number'},3]}",
                "{'==':[{'var':'entries_today'},1]}",
                "{'==':[{'var':'entries_days'},3]}",
                "{'==':[{'var':'minutes_since_last_entry'},30]}",
                "{'==':[{'var':'minutes_since_first_entry'},2560]}",
                "{'==':[{'entries_since':[{'buildTime':['custom','2020-01-02T15:10:00Z']}]},2]}",
                "{'==':[{'entries_before':[{'buildTime':['custom','2020-01-02T15:10:00Z']}]},1]}",
                "{'==':[{'entries_days_since':[{'buildTime':['custom','2020-01-02T15:10:00Z']}]},2]}",
                "{'==':[{'entries_days_before':[{'buildTime':['date_admission']}]},2]}",
                "{'inList':[{'var':'product'},{'objectList':[{'lookup':['product','std','S']},{'lookup':['product','vip','VIP']}]}]}",
                "{'inList':[{'var':'gate'},{'objectList':[{'lookup':['gate','north','N']}]}]}",
                "{'inList':[{'var':'now_isoweekday'},{'objectList':[6,7]}]}",
                "{'isAfter':[{'var':'now'},{'buildTime':['date_admission']},null]}",
                "{'isAfter':[{'var':'now'},{'buildTime':['custom','2020-01-04T09:30:00Z']}]}",
                "{'isAfter':[{'var':'now'},{'buildTime':['date_from']},30]}",
                "{'isBefore':[{'var':'now'},{'buildTime':['date_from']}]}",
                "{'isBefore':[{'var':'now'},{'buildTime':['date_to'],}]}",
                "{'isBefore':[{'var':'now'},{'buildTime':['custom','2020-01-04T18:30:00+09:00']},'0.5']}",
                "{'isAfter':[{'var':'now'},{'buildTime':['customtime','18:30']}]}",
                "{'isBefore':[{'var':'now'},{'buildTime':['customtime','18:30:01']}]}",
                "{'and':[]}",
                "{'and':[true,{'or':[false,true]}]}",
                "{'!':[{'!!':[0]}]}",
                "{'if':[{'>':[2,1]},true,false]}",
                "{'<=':[1,{'var':'entries_number'},3]}",
                "{'>=':[{'+':[1,{'*':[2,1]}]},{'-':[4,1]}]}",
                "{'!=':[{'%':[7,4]},{'/':[8,2]}]}",
                "{'===':[{'max':[1,2]},{'min':[2,3]}]}",
                "{'!==':['a','b']}",
                "{'in':['vi',{'var':'product'}]}",
                "{'?:':[false,false,true]}",
                " { } ",
            })
    void holds(String rule) {
        String json = rule.replace('\'', '"').replace(",}", "}");
        assertThat(Rule.read(json).problems()).isEmpty();
        assertThat(Rule.read(json).evaluate(FACTS, NAMES)).isEqualTo(new RuleOutcome.Holds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'==':[{'var':'product'},'std']}",
                "{'inList':[{'var':'variation'},{'objectList':[{'lookup':['variation','vip','x']}]}]}",
                "{'inList':[{'var':'product'},{'objectList':[]}]}",
                "{'==':[{'var':'entry_status'},'absent']}",
                "{'isAfter':[{'var':'now'},{'buildTime':['date_from']},29]}",
                "{'isBefore':[{'var':'now'},{'buildTime':['custom','2020-01-04T09:30:00Z']}]}",
                "{'isBefore':[{'var':'now'},{'buildTime':['customtime','18:30']}]}",
                "{'isAfter':[{'var':'now'},{'buildTime':['customtime','18:30:01']}]}",
                "{'isAfter':[{'var':'now'},{'buildTime':['date_to']}]}",
                "{'<':[{'var':'entries_today'},1]}",
                "{'or':[]}",
                "{'and':[true,false]}",
                "{'var':'variation'}",
            })
    void fails(String rule) {
        assertThat(evaluate(rule)).isInstanceOf(RuleOutcome.Fails.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1,2]|NOT_AN_OBJECT|$",
                "'text'|NOT_AN_OBJECT|$",
                "17|NOT_AN_OBJECT|$",
                "{'and':[true}|NOT_JSON|$",
                "{'and':[true],'or':[true]}|NOT_JSON|$",
                "{'and':[true]} /* hm */|NOT_JSON|$",
                "{'!':[{'var':'age'}]}|UNKNOWN_VARIABLE|$.![0]",
                "{'!':[{'var':''}]}|UNKNOWN_VARIABLE|$.![0]",
                "{'!':[{'var':['product','vip']}]}|UNKNOWN_VARIABLE|$.![0]",
                "{'!':[{'var':{'if':[true,'product']}}]}|UNKNOWN_VARIABLE|$.![0]",
                "{'or':[true,{'some':[[1],true]}]}|UNKNOWN_OPERATOR|$.or[1]",
                "{'log':['x']}|UNKNOWN_OPERATOR|$",
                "{'isBefore':[{'var':'now'},{'buildTime':['noon']}]}|UNKNOWN_TIME|$.isBefore[1]",
                "{'isBefore':[{'var':'now'},{'buildTime':['custom','tomorrow']}]}|UNKNOWN_TIME|$.isBefore[1]",
                "{'isBefore':[{'var':'now'},{'buildTime':['custom','2020-01-04T09:30:00']}]}|UNKNOWN_TIME|$.isBefore[1]",
                "{'isBefore':[{'var':'now'},{'buildTime':['customtime','25:00']}]}|UNKNOWN_TIME|$.isBefore[1]",
                "{'isBefore':[{'var':'now'},{'buildTime':['custom']}]}|UNKNOWN_TIME|$.isBefore[1]",
                "{'isBefore':[{'var':'now'}]}|WRONG_ARGUMENTS|$",
                "{'isBefore':[{'var':'now'},'2020-01-04T09:30:00Z']}|WRONG_ARGUMENTS|$.isBefore[1]",
                "{'<':[{'var':'now'},3]}|WRONG_ARGUMENTS|$.<[0]",
                "{'<':[{'var':'product'},3]}|WRONG_ARGUMENTS|$.<[0]",
                "{'inList':[{'var':'product'},'vip']}|WRONG_ARGUMENTS|$.inList[1]",
                "{'==':[{'var':'now'},{'buildTime':['date_from']}]}|WRONG_ARGUMENTS|$.==[0]",
            })
    void refusesWhatItCannotUnderstandAndSaysWhere(String rule, Kind kind, String place) {
        Rule read = Rule.read(rule.replace('\'', '"'));
        assertThat(read.problems().getFirst().kind()).isEqualTo(kind);
        assertThat(read.problems().getFirst().place()).isEqualTo(place);
        assertThat(read.evaluate(FACTS, NAMES))
                .isEqualTo(new RuleOutcome.CannotTell(read.problems()));
    }

    @Test
    void saysThatThereIsNoEntryWithMinusOneMinute() {
        RuleFacts fresh = new RuleFacts("vip", null, NOW, OCCASION, List.of(), false);
        String rule =
                "{\"and\":[{\"==\":[{\"var\":\"minutes_since_last_entry\"},-1]},"
                        + "{\"==\":[{\"var\":\"minutes_since_first_entry\"},-1]},"
                        + "{\"==\":[{\"var\":\"gate\"},null]},"
                        + "{\"==\":[{\"var\":\"entry_status\"},\"absent\"]}]}";
        assertThat(Rule.read(rule).evaluate(fresh, NAMES)).isEqualTo(new RuleOutcome.Holds());
    }

    @Test
    void countsNoNegativeMinutesWhenTheClockWasSetBack() {
        RuleFacts back =
                new RuleFacts("vip", null, NOW, OCCASION, List.of(NOW.plusSeconds(3600)), true);
        String rule = "{\"==\":[{\"var\":\"minutes_since_last_entry\"},0]}";
        assertThat(Rule.read(rule).evaluate(back, NAMES)).isEqualTo(new RuleOutcome.Holds());
    }

    @Test
    void takesATimeOfDayOnTheDayItIsWhereTheEventIs() {
        Instant afterMidnightInTokyo = Instant.parse("2020-01-03T15:10:00Z");
        RuleFacts facts =
                new RuleFacts("vip", null, afterMidnightInTokyo, OCCASION, List.of(), false);
        String rule =
                "{\"isBefore\":[{\"var\":\"now\"},{\"buildTime\":[\"customtime\",\"00:15\"]}]}";
        assertThat(Rule.read(rule).evaluate(facts, NAMES)).isEqualTo(new RuleOutcome.Holds());
    }

    @Test
    void countsADayWithSeveralEntriesOnce() {
        List<Instant> entries = List.of(NOW, NOW.minusSeconds(60), NOW.minusSeconds(90_000));
        RuleFacts facts = new RuleFacts("vip", null, NOW, OCCASION, entries, true);
        String rule =
                "{\"and\":[{\"==\":[{\"var\":\"entries_days\"},2]},"
                        + "{\"==\":[{\"entries_days_since\":[{\"buildTime\":[\"custom\",\"2020-01-04T00:00:00+09:00\"]}]},1]}]}";
        assertThat(Rule.read(rule).evaluate(facts, NAMES)).isEqualTo(new RuleOutcome.Holds());
    }

    @Test
    void opensAtTheStartWhenThereIsNoAdmission() {
        RuleFacts.Occasion plain =
                new RuleFacts.Occasion(OCCASION.zone(), OCCASION.starts(), OCCASION.ends(), null);
        RuleFacts facts = new RuleFacts("vip", null, NOW, plain, List.of(), false);
        String rule = "{\"isAfter\":[{\"var\":\"now\"},{\"buildTime\":[\"date_admission\"]},29]}";
        assertThat(Rule.read(rule).evaluate(facts, NAMES)).isInstanceOf(RuleOutcome.Fails.class);
    }

    @Test
    void namesTheClauseThatFailed() {
        RuleOutcome outcome =
                evaluate(
                        "{'and':[{'inList':[{'var':'product'},{'objectList':[{'lookup':['product','vip','x']}]}]},"
                                + "{'<=':[{'var':'entries_today'},0]}]}");
        assertThat(outcome)
                .isEqualTo(
                        new RuleOutcome.Fails(
                                new RuleSentence.Compared(
                                        new Subject("entries_today", null),
                                        Relation.AT_MOST,
                                        "0")));
    }

    @Test
    void namesAllThatWouldHaveHelped() {
        RuleOutcome outcome =
                evaluate(
                        "{'or':[{'and':[{'==':[{'var':'gate'},'north']},{'>':[1,{'var':'entries_number'}]}]},"
                                + "{'isBefore':[{'var':'now'},{'buildTime':['date_admission']},5]}]}");
        assertThat(outcome)
                .isEqualTo(
                        new RuleOutcome.Fails(
                                new RuleSentence.Any(
                                        List.of(
                                                new RuleSentence.Compared(
                                                        new Subject("entries_number", null),
                                                        Relation.LESS,
                                                        "1"),
                                                new RuleSentence.Before(
                                                        new When.OfDate(
                                                                Anchor.ADMISSION,
                                                                OCCASION.admission()),
                                                        5)))));
    }

    @Test
    void showsAWholeRuleWithTheNamesOfTheEvent() {
        Rule rule =
                Rule.read(
                        "{\"inList\":[{\"var\":\"product\"},{\"objectList\":[{\"lookup\":[\"product\",\"vip\",\"old\"]},{\"lookup\":[\"product\",\"std\",\"Standard\"]}]}]}");
        assertThat(rule.sentence(NAMES))
                .contains(
                        new RuleSentence.OneOf(
                                new Subject("product", null), List.of("VIP seat", "Standard")));
    }

    @Test
    void survivesTenThousandBrackets() {
        String deep = "{\"!\":".repeat(10_000) + "true" + "}".repeat(10_000);
        assertThat(Rule.read(deep).problems().getFirst().kind()).isEqualTo(Kind.TOO_LARGE);
        String hidden = "{\"!\":[\"}}}}\",".repeat(10_000) + "1" + "]}".repeat(10_000);
        assertThat(Rule.read(hidden).problems().getFirst().kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Property
    void neverThrowsWhateverItReads(@ForAll String text) {
        Rule.read(text).evaluate(FACTS, NAMES);
        Rule.read("{\"" + text + "\":[1]}").evaluate(FACTS, NAMES);
        Rule.read("{\"and\":[" + text + "]}").evaluate(FACTS, NAMES);
    }

    private static RuleOutcome evaluate(String rule) {
        return Rule.read(rule.replace('\'', '"')).evaluate(FACTS, NAMES);
    }
}
