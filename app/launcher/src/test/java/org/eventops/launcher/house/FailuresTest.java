package org.eventops.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.NextStep;
import org.eventops.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever of ours is thrown says what it is. */
class FailuresTest {
    /** They end inside the class that throws them, or are only written to the log. */
    private static final Set<String> INSIDE =
            Set.of(
                    "org.eventops.persistence.capture.MutationLog$CapturedUnread",
                    "org.eventops.sync.engine.Pushing$Unsent",
                    "org.eventops.sync.carry.Parcels$Interrupted",
                    "org.eventops.sync.carry.CarriedForward$Stopped",
                    "org.eventops.adapters.files.table.AttendeeListImport$Unreadable",
                    "org.eventops.adapters.files.table.RowProblem",
                    "org.eventops.launcher.log.WithoutValues$Plain");

    @Test
    void everyExceptionOfOursIsClassified() {
        Set<String> silent =
                HouseClasses.ALL.stream()
                        .filter(each -> each.isAssignableTo(Throwable.class))
                        .filter(each -> !each.isAssignableTo(Classified.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(silent)
                .as(
                        "implement Classified, so that people are told what to do"
                                + " (docs/howto/a-failure.md)")
                .isEqualTo(INSIDE);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepHasASentenceInBothLanguages(NextStep step) {
        String english = Texts.of(Locale.ENGLISH).get(step.key());
        String spanish = Texts.of(Locale.of("es")).get(step.key());
        assertThat(english).endsWith(".").isNotEqualTo(spanish);
        assertThat(spanish).endsWith(".");
    }
}
