package org.eventops.domain.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldChecksTest {
    private final FieldChecks checks = new FieldChecks();

    @Test
    void takesAnAddressWithoutItsEdges() {
        assertThat(checks.email("email", "  ana@example.com ")).isEqualTo("ana@example.com");
        assertThat(checks.problems()).isEmpty();
    }

    @Test
    void aBlankTextIsUnknown() {
        assertThat(checks.email("email", "  ")).isNull();
        assertThat(checks.problems()).isEmpty();
    }

    @Test
    void refusesWhatIsNoAddress() {
        checks.email("email", "ana@");
        assertThat(checks.problems())
                .containsExactly(new FieldProblem("email", FieldProblem.Kind.NOT_AN_EMAIL));
    }

    @Test
    void refusesControlCharactersAndVeryLongText() {
        checks.text("name", "A\u0007na");
        checks.text("note", "x".repeat(501));
        assertThat(checks.problems())
                .extracting(FieldProblem::kind)
                .containsExactly(FieldProblem.Kind.NOT_PLAIN_TEXT, FieldProblem.Kind.TOO_LONG);
    }
}
