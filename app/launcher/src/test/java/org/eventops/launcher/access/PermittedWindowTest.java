package org.eventops.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TabPane;
import org.eventops.console.feature.event.EventScreen;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.event.EventRow;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.RealWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real window offers to whom, over a real store. */
class PermittedWindowTest {
    private static final List<String> EVERYBODYS =
            List.of("events", "event", "counts", "sync", "people", "settings");

    /** Besides what is everybody's. */
    private static final Map<Role, List<String>> SCREENS =
            Map.of(
                    Role.ADMINISTRATOR, all(),
                    Role.ORGANIZER, all(),
                    Role.BOX_OFFICE, List.of("door", "badges", "tickets", "readiness"),
                    Role.DOOR_STEWARD, List.of("door", "badges", "readiness"),
                    Role.DOOR_SUPERVISOR,
                            List.of(
                                    "door",
                                    "badges",
                                    "tickets",
                                    "readiness",
                                    "rehearsal",
                                    "doorSetup",
                                    "health"),
                    Role.VENUE_MANAGER, List.of("rehearsal"),
                    Role.SPONSOR, List.of(),
                    Role.VENDOR, List.of(),
                    Role.TEAM_MEMBER, List.of("door", "badges", "readiness"));

    /** What a role at one event does not give: it is the whole organisation's. */
    private static final Set<String> WIDE = Set.of("rehearsal", "import", "audit", "privacy");

    @TempDir Path folder;
    private OpenConsole console;
    private EventRow event;

    private static List<String> all() {
        return List.of(
                "door",
                "badges",
                "tickets",
                "readiness",
                "rehearsal",
                "import",
                "doorSetup",
                "health",
                "audit",
                "privacy");
    }

    @BeforeEach
    void open() throws Exception {
        console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        new BigEvent(2, 0).into(console);
        event = event();
    }

    @AfterEach
    void close() {
        console.close();
    }

    private RealWindow window(Worker worker) throws Exception {
        console.store().access().take(worker);
        RealWindow window = RealWindow.over(console, folder.resolve("store"));
        window.choose(event);
        return window;
    }

    private static Worker everywhere(Role role) {
        return new Worker("Eva", Set.of(role), Map.of());
    }

    private Worker here(Role role) {
        return new Worker("Eva", Set.of(), Map.of(event.id().value(), Set.of(role)));
    }

    private EventRow event() {
        return console.store()
                .transactions()
                .read(() -> console.store().events().row(BigEvent.SLUG))
                .orElseThrow();
    }

    private static Set<String> expected(Role role) {
        return Stream.concat(EVERYBODYS.stream(), SCREENS.getOrDefault(role, List.of()).stream())
                .collect(Collectors.toSet());
    }

    /** Opens every screen there is, and says which. */
    private static Set<String> visit(RealWindow window) throws Exception {
        List<String> screens = window.screens();
        for (String each : screens) {
            window.open(each);
        }
        return screens.stream()
                .map(each -> each.substring("app.screen.".length()))
                .collect(Collectors.toSet());
    }

    @Test
    void everyRoleHasItsScreensAndNoneOfThemIsRefused() throws Exception {
        for (Role role : SCREENS.keySet()) {
            try (RealWindow window = window(everywhere(role))) {
                assertThat(visit(window)).as("%s", role).isEqualTo(expected(role));
                assertThat(window.failures()).as("%s", role).isEmpty();
            }
        }
    }

    @Test
    void aRoleAtOneEventLeadsNowhereItIsNotEnough() throws Exception {
        for (Role role : List.of(Role.ORGANIZER, Role.DOOR_SUPERVISOR, Role.SPONSOR)) {
            try (RealWindow window = window(here(role))) {
                Set<String> expected = expected(role);
                expected.removeAll(WIDE);
                assertThat(visit(window)).as("%s", role).isEqualTo(expected);
                assertThat(window.failures()).as("%s", role).isEmpty();
            }
        }
    }

    private record Page(List<String> tabs, List<String> buttons) {}

    private static Page eventPage(RealWindow window) throws Exception {
        window.open(EventScreen.KEY);
        List<String> tabs = new ArrayList<>();
        List<String> buttons = new ArrayList<>();
        int count = tabPane(window, pane -> pane.getTabs().size());
        for (int i = 0; i < count; i++) {
            int at = i;
            tabs.add(
                    tabPane(
                            window,
                            pane -> {
                                pane.getSelectionModel().select(at);
                                return pane.getSelectionModel().getSelectedItem().getText();
                            }));
            buttons.addAll(window.buttons());
        }
        assertThat(window.failures()).isEmpty();
        return new Page(tabs, buttons.stream().distinct().toList());
    }

    private static <T> T tabPane(RealWindow window, Function<TabPane, T> asked) throws Exception {
        return DrawingThread.drawn(
                () -> asked.apply(window.find(TabPane.class, ".middle .tab-pane")));
    }

    @Test
    void theEventPageOffersWhatMayBeDone() throws Exception {
        try (RealWindow window = window(everywhere(Role.ORGANIZER))) {
            Page page = eventPage(window);
            assertThat(page.tabs()).hasSize(5).contains("Orders", "Attendees");
            assertThat(page.buttons())
                    .contains("Export", "Edit", "Cancel the event", "Add a product", "Add a list");
        }
        try (RealWindow window = window(everywhere(Role.DOOR_SUPERVISOR))) {
            Page page = eventPage(window);
            assertThat(page.tabs()).hasSize(5);
            assertThat(page.buttons()).containsExactly("Add a list");
        }
        try (RealWindow window = window(everywhere(Role.SPONSOR))) {
            Page page = eventPage(window);
            assertThat(page.tabs()).hasSize(3).doesNotContain("Orders", "Attendees");
            assertThat(page.buttons()).isEmpty();
        }
        try (RealWindow window = window(here(Role.ORGANIZER))) {
            Page page = eventPage(window);
            assertThat(page.tabs()).hasSize(5);
            assertThat(page.buttons()).contains("Edit", "Add a list").doesNotContain("Export");
        }
    }
}
