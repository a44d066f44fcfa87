package org.eventops.launcher.bench.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.eventops.launcher.bench.Figure;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.junit.jupiter.api.Test;

class SpentTest {
    @Test
    void goesFromOneProcessToTheOtherAndIsReckonedWith() {
        Spent before = new Spent(100, 40, 5, 10);
        Spent after = Spent.read(new Spent(2600, 1040, 255, 510).line());
        Spent both = after.since(before).plus(new Spent(500, 0, 0, 0));
        Figure figure = both.beside(Figure.single("load", 1, "s"));
        assertThat(figure.extras())
                .containsEntry("processor_s", 3.0)
                .containsEntry("compilers_s", 1.0)
                .containsEntry("collectors_s", 0.25)
                .containsEntry("waited_for_hub_s", 0.5);
    }

    @Test
    void aProcessKnowsWhatItSpent() {
        Spent now = Spent.now(3_000_000);
        assertThat(now.cpuMillis()).isPositive();
        assertThat(now.compilerMillis()).isPositive();
        assertThat(now.hubMillis()).isEqualTo(3);
    }

    @Test
    void theClockRunsWhileTheHubIsAskedAndItsProblemsComeThrough() {
        HubProblem problem = new HubProblem(HubProblem.Kind.BUSY, "later");
        Hub hub =
                (Hub)
                        Proxy.newProxyInstance(
                                Hub.class.getClassLoader(),
                                new Class<?>[] {Hub.class},
                                (self, method, arguments) -> {
                                    throw problem;
                                });
        AtomicLong waited = new AtomicLong();
        assertThatThrownBy(() -> TimedHub.over(hub, waited).clocks()).isSameAs(problem);
        assertThat(waited).hasPositiveValue();
    }
}
