package org.eventops.launcher.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.eventops.console.services.BadgeServices;
import org.eventops.console.services.ConsoleServices;
import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.PrintFailure;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.badge.Printers;
import org.eventops.domain.event.EventId;
import org.eventops.domain.measure.Meter;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badges that are printed while people come in. */
class BadgeAtTheDoorTest {
    private static final String DOOR = "app.screen.door";

    @TempDir Path folder;

    /** A printer that takes as long as a test wants. */
    private static final class SlowPrinter implements Printers {
        final CountDownLatch go = new CountDownLatch(1);
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<String> names() {
            return List.of("Slow");
        }

        @Override
        public void print(BadgeOutput output, Sheet sheet, String title) throws PrintFailure {
            asked.incrementAndGet();
            try {
                if (!go.await(60, TimeUnit.SECONDS)) {
                    throw new PrintFailure(
                            new PrintProblem(PrintProblem.Kind.REFUSED, "out of patience"));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ConsoleServices with(ConsoleServices services, Printers printers) {
        BadgeServices own = services.badges();
        return new ConsoleServices(
                services.store(),
                services.events(),
                services.door(),
                services.tickets(),
                new BadgeServices(
                        own.badges(),
                        new BadgeDesk(
                                own.badges(), printers, own.papers(), new Meter(System::nanoTime)),
                        own.place(),
                        own.papers(),
                        printers),
                services.rehearsals(),
                services.files(),
                services.people(),
                services.access(),
                services.sync(),
                services.backups(),
                services.readiness(),
                services.health(),
                services.facts());
    }

    private static EventId event(OpenConsole console) {
        return console.store()
                .transactions()
                .read(() -> console.store().events().id(BigEvent.SLUG))
                .orElseThrow();
    }

    private static String verdict(BadgeWindow window) throws Exception {
        return window.text(".verdict-word");
    }

    private static void printsOnAdmission(BadgeWindow window, BadgeOutput output) {
        window.console().badges().place().choose(output);
        window.console().badges().place().printOnAdmission(event(window.console()), true);
    }

    @Test
    void whoIsLetInGetsOneBadgeAndAnotherOnlyOnRequest() throws Exception {
        BadgeWindow window = BadgeWindow.open(folder, DOOR);
        try {
            Path out = folder.resolve("badges");
            printsOnAdmission(window, new BadgeOutput.Folder(out.toString()));
            window.scan(BigEvent.code(15));
            String admitted = verdict(window);
            window.await("a badge", () -> count(out) == 1);
            window.scan(BigEvent.code(15));
            assertThat(verdict(window)).isNotEqualTo(admitted);
            window.scan(BigEvent.code(16));
            assertThat(verdict(window)).isEqualTo(admitted);
            window.await("a second person's badge", () -> count(out) == 2);
            window.press(".door", KeyCode.F5, false);
            window.await("one more of the last", () -> count(out) == 3);
            assertThat(window.console().badges().badges().latest(event(window.console()), 9))
                    .extracting(each -> each.print().copy())
                    .containsExactlyInAnyOrder(1, 2);
        } finally {
            window.close();
        }
    }

    @Test
    void aPrinterThatHangsKeepsNobodyWaiting() throws Exception {
        SlowPrinter slow = new SlowPrinter();
        BadgeWindow window = BadgeWindow.open(folder, DOOR, services -> with(services, slow));
        try {
            printsOnAdmission(window, new BadgeOutput.Printer("Slow"));
            window.scan(BigEvent.code(15));
            String admitted = verdict(window);
            window.await("the printer is asked", () -> slow.asked.get() == 1);
            for (int i = 16; i < 19; i++) {
                window.scan("nobody-" + i);
                assertThat(verdict(window)).isNotEqualTo(admitted);
                window.scan(BigEvent.code(i));
                assertThat(verdict(window)).as("green while the printer hangs").isEqualTo(admitted);
            }
            assertThat(slow.asked.get()).as("one after the other").isEqualTo(1);
            slow.go.countDown();
            window.await("all have a badge", () -> slow.asked.get() == 4);
        } finally {
            slow.go.countDown();
            window.close();
        }
    }

    @Test
    void aPrinterThatIsGoneIsToldQuietlyAndTheGreenStays() throws Exception {
        BadgeWindow window = BadgeWindow.open(folder, DOOR);
        try {
            printsOnAdmission(window, new BadgeOutput.Printer("Gone"));
            window.scan(BigEvent.code(15));
            String admitted = verdict(window);
            window.await("the news", () -> told(window, "Gone"));
            assertThat(verdict(window)).isEqualTo(admitted);
            Path out = folder.resolve("badges");
            window.console().badges().place().choose(new BadgeOutput.Folder(out.toString()));
            window.act(() -> ((Button) window.node(".toast-action")).fire());
            window.await("printed again", () -> count(out) == 1);
            window.scan(BigEvent.code(16));
            assertThat(verdict(window)).isEqualTo(admitted);
        } finally {
            window.close();
        }
    }

    @Test
    void nothingIsPrintedWhereTheEventDoesNotAskForIt() throws Exception {
        BadgeWindow window = BadgeWindow.open(folder, DOOR);
        try {
            Path out = Files.createDirectory(folder.resolve("badges"));
            window.console().badges().place().choose(new BadgeOutput.Folder(out.toString()));
            window.scan(BigEvent.code(15));
            window.press(".door", KeyCode.F5, false);
            window.await("the one that was asked for", () -> count(out) == 1);
            assertThat(window.console().badges().badges().latest(event(window.console()), 9))
                    .singleElement()
                    .satisfies(each -> assertThat(each.print().copy()).isEqualTo(1));
        } finally {
            window.close();
        }
    }

    private static boolean told(BadgeWindow window, String words) {
        return window.node(".toast").lookupAll(".label").stream()
                .anyMatch(each -> ((Label) each).getText().contains(words));
    }

    private static long count(Path out) throws Exception {
        if (!Files.isDirectory(out)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(each -> each.toString().endsWith(".pdf")).count();
        }
    }
}
