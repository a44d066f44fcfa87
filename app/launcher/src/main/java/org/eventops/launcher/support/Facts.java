package org.eventops.launcher.support;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eventops.domain.health.Alert;
import org.eventops.domain.health.HealthReport;
import org.eventops.domain.health.StoreFigures;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.sync.SyncStatus;
import org.jspecify.annotations.Nullable;

/**
 * The domain's values as JSON that names nobody: numbers, moments and words of this program. What a
 * finding speaks of may be a name or an address, so only its numbers are taken.
 */
final class Facts {
    private static final ObjectWriter JSON =
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private Facts() {}

    static void write(OutputStream out, Object facts) throws IOException {
        JSON.writeValue(out, facts);
    }

    static Map<String, @Nullable Object> report(HealthReport report) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("at", report.at().toString());
        facts.put("alerts", report.alerts().stream().map(Facts::alert).toList());
        facts.put("checks", report.checks().stream().map(Facts::finding).toList());
        facts.put("operations", report.operations().stream().map(Facts::figures).toList());
        return facts;
    }

    private static Map<String, @Nullable Object> alert(Alert alert) {
        return switch (alert) {
            case Alert.Slow slow -> alert("slow", slow.figures());
            case Alert.Errors errors -> alert("errors", errors.figures());
            case Alert.Failing failing -> alert("failing", failing.figures());
            case Alert.Assistants assistants -> alert("assistants", assistants.figures());
            case Alert.Found found -> finding(found.finding());
        };
    }

    private static Map<String, @Nullable Object> alert(String what, Figures figures) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("alert", what);
        facts.putAll(figures(figures));
        return facts;
    }

    static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("check", finding.topic().key());
        facts.put("level", finding.level().name());
        facts.put("what", finding.what());
        facts.put("numbers", finding.facts().stream().filter(Number.class::isInstance).toList());
        return facts;
    }

    private static Map<String, @Nullable Object> figures(Figures figures) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("operation", figures.operation().key());
        facts.put("calls", figures.calls());
        facts.put("failed", figures.failed());
        facts.put("errors", figures.errors());
        facts.put("over2s", figures.slow());
        facts.put("p50Micros", micros(figures.median()));
        facts.put("p95Micros", micros(figures.most()));
        facts.put("maxMicros", micros(figures.longest()));
        return facts;
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }

    static Map<String, @Nullable Object> store(StoreFigures store) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("databaseBytes", store.databaseBytes());
        facts.put("journalBytes", store.journalBytes());
        facts.put("journalFiles", store.journalFiles());
        facts.put("snapshot", store.snapshot().map(Instant::toString).orElse(null));
        facts.put("recovered", store.recovered());
        facts.put("rebuilt", store.rebuilt());
        facts.put("damagedPlaces", store.damagedPlaces());
        facts.put("rows", store.rows());
        return facts;
    }

    static Map<String, @Nullable Object> sync(SyncStatus status) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("state", status.state().name());
        facts.put("trouble", status.trouble() == null ? null : status.trouble().name());
        facts.put("waiting", status.waiting());
        facts.put("oldest", text(status.oldest()));
        facts.put("lastExchange", text(status.lastExchange()));
        facts.put("conflicts", status.conflicts());
        facts.put("lag", text(status.lag()));
        facts.put("loaded", status.loaded());
        facts.put("pushed", status.pushed());
        facts.put("pulled", status.pulled());
        facts.put("clockAhead", text(status.clockAhead()));
        return facts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
        return findings.stream().map(Facts::finding).toList();
    }
}
