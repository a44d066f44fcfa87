package org.eventops.console.feature.health;

import java.time.Duration;
import java.util.Optional;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.failure.NextStep;
import org.eventops.domain.health.Alert;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Topic;
import org.eventops.resources.Texts;

/** Health in plain words: what is wrong, and what to do about it. */
record HealthWords(Texts texts) {
    private static final long MILLIS = 1000;

    String alert(Alert alert) {
        return switch (alert) {
            case Alert.Slow slow -> of("health.alert.slow", slow.figures(), slow.figures().slow());
            case Alert.Errors errors ->
                    of("health.alert.errors", errors.figures(), errors.figures().errors());
            case Alert.Failing failing ->
                    of("health.alert.failing", failing.figures(), failing.figures().errors());
            case Alert.Assistants assistants ->
                    of(
                            "health.alert.assistants",
                            assistants.figures(),
                            assistants.figures().errors());
            case Alert.Found found ->
                    texts.get(
                            "health.alert.found",
                            texts.get("readiness.topic." + found.finding().topic()),
                            finding(found.finding()));
        };
    }

    private String of(String key, Figures figures, long some) {
        return texts.get(
                key,
                operation(figures.operation()),
                some,
                figures.calls(),
                time(figures.longest()));
    }

    /** What to do about it. */
    String remedy(Alert alert) {
        return switch (alert) {
            case Alert.Slow unused -> texts.get("health.do.slow");
            case Alert.Errors errors -> remedy(errors.figures().operation(), errors.mostly());
            case Alert.Failing failing -> remedy(failing.figures().operation(), failing.mostly());
            case Alert.Assistants unused -> texts.get("health.do.assistants");
            case Alert.Found found -> remedy(found.finding().topic());
        };
    }

    private String remedy(Operation operation, FailureKind mostly) {
        if (mostly == FailureKind.BUG) {
            return texts.get("health.do.archive");
        }
        return switch (operation) {
            case PRINT -> texts.get(NextStep.CHECK_PRINTER.key());
            case CAMERA -> texts.get("health.do.camera");
            case ASSISTANT -> texts.get("health.do.assistants");
            case DOOR_DECIDE, SEARCH, STORE_READ, STORE_WRITE, IMPORT, SYNC_TURN ->
                    texts.get("health.do.store");
        };
    }

    private String remedy(Topic topic) {
        return switch (topic) {
            case DISK -> texts.get(NextStep.FREE_SPACE.key());
            case PRINTER -> texts.get(NextStep.CHECK_PRINTER.key());
            case BATTERY -> texts.get("health.do.battery");
            case SYNC -> texts.get("health.do.sync");
            default -> texts.get("health.do.archive");
        };
    }

    /** The page where it is mended, where there is one. */
    static Optional<String> page(Alert alert) {
        return alert instanceof Alert.Found found && found.finding().topic() == Topic.SYNC
                ? Optional.of("app.screen.sync")
                : Optional.empty();
    }

    String finding(Finding finding) {
        return texts.get(finding.key(), finding.facts().toArray());
    }

    String operation(Operation operation) {
        return texts.get("health.operation." + operation.name());
    }

    String time(Duration time) {
        return time.toMillis() < MILLIS
                ? texts.get("health.time.ms", time.toNanos() / 1e6)
                : texts.get("health.time.s", time.toMillis() / (double) MILLIS);
    }
}
