package org.eventops.launcher.bench.sync;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.eventops.launcher.bench.Figure;

/**
 * What a console's process has spent since it began: it tells what a figure is limited by. On a
 * machine with two cores, a second has two of the processor's.
 *
 * @param cpuMillis of the processor, all threads
 * @param compilerMillis of Java's compilers, a part of the processor's
 * @param collectorMillis in which the process stood still for garbage
 * @param hubMillis in which the exchange waited for the hub's answers
 */
record Spent(long cpuMillis, long compilerMillis, long collectorMillis, long hubMillis) {
    static Spent now(long hubNanos) {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return new Spent(
                system.getProcessCpuTime() / 1_000_000,
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(each -> Math.max(0, each.getCollectionTime()))
                        .sum(),
                hubNanos / 1_000_000);
    }

    /** As {@link #line()} wrote it. */
    static Spent read(String line) {
        List<Long> each = Arrays.stream(line.split(" ", -1)).map(Long::valueOf).toList();
        return new Spent(each.get(0), each.get(1), each.get(2), each.get(3));
    }

    String line() {
        return "%d %d %d %d".formatted(cpuMillis, compilerMillis, collectorMillis, hubMillis);
    }

    Spent since(Spent before) {
        return new Spent(
                cpuMillis - before.cpuMillis,
                compilerMillis - before.compilerMillis,
                collectorMillis - before.collectorMillis,
                hubMillis - before.hubMillis);
    }

    Spent plus(Spent other) {
        return new Spent(
                cpuMillis + other.cpuMillis,
                compilerMillis + other.compilerMillis,
                collectorMillis + other.collectorMillis,
                hubMillis + other.hubMillis);
    }

    /** The figure with this beside it, in seconds. */
    Figure beside(Figure figure) {
        return figure.with("processor_s", cpuMillis / 1000.0)
                .with("compilers_s", compilerMillis / 1000.0)
                .with("collectors_s", collectorMillis / 1000.0)
                .with("waited_for_hub_s", hubMillis / 1000.0)
                .with("cores", Runtime.getRuntime().availableProcessors());
    }
}
