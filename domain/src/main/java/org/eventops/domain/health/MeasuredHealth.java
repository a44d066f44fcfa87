package org.eventops.domain.health;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.measure.Window;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.readiness.Look;

/** Health from what is measured and what can be looked at. */
public final class MeasuredHealth implements Health {
    private final Meter meter;
    private final StoreLooks store;
    private final Supplier<List<Look>> looks;
    private final Clock clock;

    /**
     * @param looks at what else matters at any time, whatever the event
     */
    public MeasuredHealth(Meter meter, StoreLooks store, Supplier<List<Look>> looks, Clock clock) {
        this.meter = meter;
        this.store = store;
        this.looks = looks;
        this.clock = clock;
    }

    @Override
    public HealthReport report() {
        return of(looks.get());
    }

    @Override
    public HealthReport glance() {
        return of(looks.get().stream().filter(Look::quick).toList());
    }

    private HealthReport of(List<Look> asked) {
        List<Finding> checks = new ArrayList<>(store.all());
        asked.stream().map(Look::find).forEach(checks::add);
        checks.sort(Comparator.comparing(Finding::topic));
        List<Alert> alerts = new ArrayList<>();
        checks.stream()
                .filter(each -> each.level() == Level.BAD)
                .map(Alert.Found::new)
                .forEach(alerts::add);
        Arrays.stream(Operation.values())
                .map(each -> Thresholds.of(meter, each))
                .flatMap(Optional::stream)
                .forEach(alerts::add);
        return new HealthReport(clock.instant(), alerts, checks, operations());
    }

    private List<Figures> operations() {
        return Arrays.stream(Operation.values())
                .map(each -> meter.figures(each, Window.HOUR))
                .filter(each -> each.calls() > 0)
                .toList();
    }
}
