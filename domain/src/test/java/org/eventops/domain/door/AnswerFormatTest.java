package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT|hello|hello",
                "NUMBER|12|12",
                "NUMBER|-1,50|-1.50",
                "BOOLEAN|True|true",
                "BOOLEAN|sí|true",
                "BOOLEAN|NO|false",
                "CHOICE|M|M",
                "MULTI|M|M",
                "MULTI|M,  L, large|M, L, large",
                "MULTI|L, large|L, large",
                "DATE|2026-02-28|2026-02-28",
                "TIME|19:30:00|19:30",
                "EMAIL|ana.p@correo.com.co|ana.p@correo.com.co",
                "PHONE|+57 (300) 123-4567|+57 (300) 123-4567",
            })
    void takes(QuestionType type, String given, String kept) {
        assertThat(check(type, given)).isEqualTo(new AnswerFormat.Checked.Good(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER|True|NOT_A_NUMBER",
                "NUMBER|1e9|NOT_A_NUMBER",
                "NUMBER|١٢|NOT_A_NUMBER",
                "BOOLEAN|maybe|NOT_TRUE_OR_FALSE",
                "CHOICE|m|NOT_A_CHOICE",
                "MULTI|M, XS|NOT_A_CHOICE",
                "MULTI|ML|NOT_A_CHOICE",
                "MULTI|,|NOT_A_CHOICE",
                "DATE|2026-02-30|NOT_A_DATE",
                "DATE|30/02/2026|NOT_A_DATE",
                "TIME|24:30|NOT_A_TIME",
                "EMAIL|ana@localhost|NOT_AN_EMAIL",
                "EMAIL|a b@x.co|NOT_AN_EMAIL",
                "PHONE|1234|NOT_A_PHONE",
                "PHONE|call me 12345|NOT_A_PHONE",
            })
    void refuses(QuestionType type, String given, AnswerProblem problem) {
        assertThat(check(type, given)).isEqualTo(new AnswerFormat.Checked.Bad(problem));
    }

    @Test
    void refusesWhatCannotBeKept() {
        assertThat(check(QuestionType.TEXT, "a\u0000b"))
                .isEqualTo(new AnswerFormat.Checked.Bad(AnswerProblem.NOT_PLAIN_TEXT));
        assertThat(check(QuestionType.TEXT, "x".repeat(AnswerFormat.LONGEST + 1)))
                .isEqualTo(new AnswerFormat.Checked.Bad(AnswerProblem.NOT_PLAIN_TEXT));
    }

    private static AnswerFormat.Checked check(QuestionType type, String given) {
        List<String> choices = List.of("M", "L", "L, large");
        return AnswerFormat.check(
                new Question("q", "q", type, true, true, List.of(), choices), given);
    }
}
