package org.eventops.launcher.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.exchange.EventContent;

/**
 * An event without its scans in a store of its own, which is thrown away when it is closed. It lies
 * in the data folder: the disk is part of what is measured, and people's data stays where it is
 * kept.
 */
final class CopiedEvent implements AutoCloseable {
    private static final String PREFIX = "rehearsal-";

    private final Path folder;
    private final OpenConsole console;

    private CopiedEvent(Path folder, OpenConsole console) {
        this.folder = folder;
        this.console = console;
    }

    /**
     * @throws java.util.concurrent.CancellationException when progress says cancelled; nothing is
     *     left then, nor after any other failure
     */
    static CopiedEvent of(EventContent content, Path data, Clock clock, Progress progress) {
        sweep(data);
        Path folder = made(data);
        try {
            OpenConsole console = OpenConsole.passing(folder, clock);
            try {
                console.store()
                        .transactions()
                        .bulk(() -> console.store().exchange().merge(fresh(content), progress));
            } catch (RuntimeException e) {
                console.close();
                throw e;
            }
            return new CopiedEvent(folder, console);
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    OpenConsole console() {
        return console;
    }

    private static EventContent fresh(EventContent content) {
        return new EventContent(
                content.event(),
                content.tax(),
                content.dates(),
                content.products(),
                content.promos(),
                content.questions(),
                content.gates(),
                content.lists(),
                content.orders(),
                content.revoked(),
                content.keys(),
                List.of());
    }

    private static Path made(Path data) {
        try {
            return Files.createTempDirectory(data, PREFIX);
        } catch (IOException e) {
            throw failed(data, e);
        }
    }

    /** What a program that was killed could not take away. */
    private static void sweep(Path data) {
        try (Stream<Path> inside = Files.list(data)) {
            inside.filter(Files::isDirectory)
                    .filter(each -> each.getFileName().toString().startsWith(PREFIX))
                    .forEach(CopiedEvent::delete);
        } catch (IOException e) {
            throw failed(data, e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static StoreException failed(Path place, IOException cause) {
        return new StoreException(StoreException.Problem.FAILED, place.toString(), cause);
    }

    @Override
    public void close() {
        try {
            console.close();
        } finally {
            delete(folder);
        }
    }
}
