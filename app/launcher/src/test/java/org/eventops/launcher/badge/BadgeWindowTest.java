package org.eventops.launcher.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgePrint;
import org.eventops.domain.badge.BadgeSize;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.PrintedBadge;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.DrawingThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The badges on the real screen with a real store. */
class BadgeWindowTest {
    private static final int NAME = 1;

    @TempDir Path folder;
    private BadgeWindow window;
    private EventId event;

    @BeforeEach
    void open() throws Exception {
        window = BadgeWindow.open(folder, "app.screen.badges");
        event =
                window.console()
                        .store()
                        .transactions()
                        .read(() -> window.console().store().events().id(BigEvent.SLUG))
                        .orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private BadgeLayout layout() {
        return window.console().badges().badges().layout(event);
    }

    private Box box() {
        return layout().elements().get(NAME).box();
    }

    @Test
    void anElementIsMovedByNumberByArrowAndByMouseAndEachCanBeUndone() throws Exception {
        Box before = box();
        window.act(() -> window.node("#badge-element-1").requestFocus());
        window.write("#badge-element-x", "6.5");
        window.enter("#badge-element-x");
        assertThat(box().x()).isEqualTo(6.5);
        window.press("#badge-element-1", KeyCode.DOWN, false);
        window.press("#badge-element-1", KeyCode.DOWN, false);
        assertThat(box().y()).isEqualTo(before.y() + 2);
        double scale =
                DrawingThread.drawn(
                        () ->
                                window.node("#badge-element-1").getBoundsInLocal().getWidth()
                                        / before.width());
        window.drag("#badge-element-1", 3 * scale, 10 * scale);
        assertThat(box().y()).isEqualTo(before.y() + 12);
        window.fire("#badge-undo");
        assertThat(box().y()).as("the whole drag is one step").isEqualTo(before.y() + 2);
        window.press("#badge-element-1", KeyCode.Z, true);
        assertThat(box())
                .as("so are arrows in a row")
                .isEqualTo(new Box(6.5, before.y(), before.width(), before.height()));
        window.fire("#badge-undo");
        assertThat(box()).isEqualTo(before);
        assertThat(window.node("#badge-undo").isDisabled()).isTrue();
    }

    @Test
    void aNumberThatWillNotDoIsSaidAndChangesNothing() throws Exception {
        Box before = box();
        window.act(() -> window.node("#badge-element-1").requestFocus());
        window.write("#badge-element-width", "a lot");
        window.enter("#badge-element-width");
        assertThat(DrawingThread.drawn(() -> said("2 to 300"))).isTrue();
        assertThat(box()).isEqualTo(before);
    }

    private boolean said(String sentence) {
        return window
                .node("#badge-elements")
                .getScene()
                .getRoot()
                .lookupAll(".field-error")
                .stream()
                .anyMatch(each -> ((javafx.scene.control.Label) each).getText().equals(sentence));
    }

    @Test
    void aSizeIsChosenAndElementsStayOnTheBadge() throws Exception {
        window.act(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<java.util.Optional<BadgeSize>> sizes =
                            (ComboBox<java.util.Optional<BadgeSize>>) window.node("#badge-size");
                    sizes.setValue(java.util.Optional.of(BadgeSize.A7));
                });
        assertThat(layout().width()).isEqualTo(74);
        assertThat(layout().elements())
                .allSatisfy(each -> assertThat(each.box().isWithin(74, 105)).isTrue());
        assertThat(window.text("#badge-height")).isEqualTo("105");
    }

    @Test
    void anElementIsRemovedWithTheKeyboard() throws Exception {
        window.act(() -> window.node("#badge-element-1").requestFocus());
        window.press("#badge-element-1", KeyCode.DELETE, false);
        assertThat(layout().elements()).hasSize(4);
        window.fire("#badge-undo");
        assertThat(layout()).isEqualTo(BadgeLayout.standard());
    }

    @Test
    void aFoundPersonGetsABadgeOnceAndAnotherOnRequest() throws Exception {
        Path out = folder.resolve("badges");
        window.console().badges().place().choose(new BadgeOutput.Folder(out.toString()));
        printing();
        find();
        awaitPrinted(BadgePrint.State.PRINTED, 1);
        assertThat(files(out)).hasSize(1);
        find();
        window.await(
                "says that there is one",
                () -> window.node(".toast").isVisible() && toast("has a badge already"));
        assertThat(files(out)).hasSize(1);
        window.act(() -> ((javafx.scene.control.Button) window.node(".toast-action")).fire());
        awaitPrinted(BadgePrint.State.PRINTED, 2);
        assertThat(files(out)).hasSize(2);
    }

    @Test
    void aPrinterThatIsGoneIsSaidAndTheBadgeCanBePrintedAgain() throws Exception {
        window.console().badges().place().choose(new BadgeOutput.Printer("Gone"));
        printing();
        find();
        awaitPrinted(BadgePrint.State.FAILED, 1);
        assertThat(DrawingThread.drawn(() -> toast("not printed"))).isTrue();
        Path out = folder.resolve("badges");
        window.console().badges().place().choose(new BadgeOutput.Folder(out.toString()));
        window.act(() -> ((javafx.scene.control.Button) window.node(".badge-again")).fire());
        awaitPrinted(BadgePrint.State.PRINTED, 1);
        assertThat(files(out)).hasSize(1);
    }

    @Test
    void printingOnAdmissionIsKeptForTheEvent() throws Exception {
        printing();
        window.act(() -> ((CheckBox) window.node("#badge-on-admission")).fire());
        assertThat(window.console().badges().place().onAdmission(event)).isTrue();
    }

    @Test
    void thePreviewShowsSomebodyOfTheEvent() throws Exception {
        int dark =
                DrawingThread.drawn(
                        () -> {
                            javafx.scene.image.Image shown =
                                    ((javafx.scene.image.ImageView)
                                                    window.node("#badge-preview .image-view"))
                                            .getImage();
                            int count = 0;
                            for (int y = 0; y < shown.getHeight(); y++) {
                                for (int x = 0; x < shown.getWidth(); x++) {
                                    count +=
                                            (shown.getPixelReader().getArgb(x, y) & 0xff) < 64
                                                    ? 1
                                                    : 0;
                                }
                            }
                            return count;
                        });
        assertThat(dark).isGreaterThan(5_000);
    }

    /** The printing side of the screen, read again from the store. */
    private void printing() throws Exception {
        window.act(
                () -> {
                    ((TabPane) window.node(".tab-pane")).getSelectionModel().select(1);
                });
    }

    private void find() throws Exception {
        window.write("#badge-search", BigEvent.code(3));
        window.await("somebody is found", () -> !hits().getItems().isEmpty());
        window.enter("#badge-search");
    }

    private ListView<?> hits() {
        return (ListView<?>) window.node("#badge-hits");
    }

    private void awaitPrinted(BadgePrint.State state, int copy) throws Exception {
        window.await(
                state + " " + copy,
                () ->
                        rows().stream()
                                .map(PrintedBadge::print)
                                .anyMatch(each -> each.state() == state && each.copy() == copy));
    }

    @SuppressWarnings("unchecked")
    private List<PrintedBadge> rows() {
        return List.copyOf(((TableView<PrintedBadge>) window.node("#badge-printed")).getItems());
    }

    private boolean toast(String words) {
        return window.node(".toast").lookupAll(".label").stream()
                .anyMatch(each -> ((javafx.scene.control.Label) each).getText().contains(words));
    }

    private static List<Path> files(Path out) throws Exception {
        try (Stream<Path> files = Files.list(out)) {
            return files.toList();
        }
    }
}
