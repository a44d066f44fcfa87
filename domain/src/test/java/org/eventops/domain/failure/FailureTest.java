package org.eventops.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
    private final StoreException full = new StoreException(StoreException.Problem.DISK_FULL, "");

    @ParameterizedTest
    @EnumSource
    void aStoreThatDoesNotAnswerIsTheEnvironments(StoreException.Problem problem) {
        Failure failure = Failure.of(new StoreException(problem, ""));
        assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
        assertThat(failure.next()).isNotEqualTo(NextStep.QUOTE_CODE);
    }

    @Test
    void whatOneMayNotDoIsAnAnswerAndNoError() {
        Failure failure = Failure.of(new NotPermitted(Permission.EXPORT));
        assertThat(failure)
                .isEqualTo(new Failure(FailureKind.BUSINESS, NextStep.ASK_ADMINISTRATOR));
        assertThat(failure.kind().isError()).isFalse();
    }

    @Test
    void whatOnlyCarriesAFailureDoesNotHideIt() {
        assertThat(Failure.of(new ExecutionException(new CompletionException(full))))
                .isEqualTo(full.failure());
        assertThat(Failure.of(new UndeclaredThrowableException(full))).isEqualTo(full.failure());
        assertThat(Failure.of(new UncheckedIOException(new AccessDeniedException("/data"))).kind())
                .isEqualTo(FailureKind.ENVIRONMENT);
    }

    @Test
    void whateverDoesNotSayWhatItIsIsABugAlsoWithAKnownCause() {
        assertThat(Failure.of(new IllegalStateException(full))).isEqualTo(Failure.bug());
        assertThat(Failure.of(new OutOfMemoryError())).isEqualTo(Failure.bug());
        assertThat(Failure.of(new ExecutionException("nothing in it", null)))
                .isEqualTo(Failure.bug());
    }

    @Test
    void aFileOrANetworkThatFailedIsNoBug() {
        assertThat(Failure.of(new IOException("cable")))
                .isEqualTo(Failure.environment(NextStep.TRY_AGAIN));
    }

    @Test
    void theSameFaultHasTheSameCodeWhateverItsWords() {
        String[] codes = new String[2];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = FaultCode.of(new IllegalStateException("words " + i));
        }
        assertThat(codes[0]).matches("[0-9A-F]{4}-[0-9A-F]{4}").isEqualTo(codes[1]);
        assertThat(FaultCode.of(new IllegalArgumentException())).isNotEqualTo(codes[0]);
    }
}
