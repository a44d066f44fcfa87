package org.eventops.console.feature.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.console.FakeServices;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.SyncServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.SyncFeed.Standing;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.HubConsole;
import org.eventops.domain.sync.SyncControl.Connection;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.junit.jupiter.api.Test;

class ConsolesViewModelTest {
    private static final HubConsole DOOR =
            new HubConsole(
                    new UUID(1, 1),
                    "Puerta",
                    "door",
                    List.of(),
                    HubConsole.State.IN,
                    null,
                    null,
                    null,
                    false);

    private final List<String> asked = new ArrayList<>();
    private Consoles.ListOutcome answer = new Consoles.Listed(List.of(DOOR));
    private final ConsolesViewModel model = model();

    private ConsolesViewModel model() {
        ScreenContext context = new Told(new ArrayList<>()).context();
        ConsoleServices fake = FakeServices.of();
        SyncServices none = fake.sync();
        return new ConsolesViewModel(
                context,
                fake.with(
                        fake.store(),
                        new SyncServices(
                                none.control(),
                                none.conflicts(),
                                none.cases(),
                                none.files(),
                                new Asked(),
                                none.codes()),
                        fake.access()));
    }

    /** A hub that answers what the test says. */
    private final class Asked implements Consoles {
        @Override
        public ListOutcome list() {
            asked.add("list");
            return answer;
        }

        @Override
        public LetInOutcome letIn(Wanted wanted, Progress progress) {
            throw new AssertionError("nobody is let in here");
        }

        @Override
        public TakeOutOutcome takeOut(UUID console) {
            asked.add("takeOut " + console);
            return new TakenOut(DOOR);
        }
    }

    private static Standing standing(ConsoleRole role, State state) {
        return new Standing(
                SyncStatus.quiet(state),
                Optional.of(new Connection("hub:5432", "Casa", "Oficina", role.word())));
    }

    @Test
    void asksForAnAdministratorsConsoleOnlyAndOnce() {
        model.attach(standing(ConsoleRole.ORGANIZER, State.UP_TO_DATE));
        assertThat(model.administratorProperty().get()).isFalse();
        assertThat(asked).isEmpty();

        model.follow(standing(ConsoleRole.ADMIN, State.UP_TO_DATE));
        model.follow(standing(ConsoleRole.ADMIN, State.EXCHANGING));
        assertThat(model.administratorProperty().get()).isTrue();
        assertThat(asked).containsExactly("list");
        assertThat(model.viewProperty().get().consoles()).containsExactly(DOOR);
    }

    @Test
    void asksNobodyWhileThePageIsNotOpen() {
        model.follow(standing(ConsoleRole.ADMIN, State.UP_TO_DATE));
        assertThat(model.administratorProperty().get()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void saysWhyWithoutAskingWhileTheHubIsAwayAndAsksWhenItIsBack() {
        model.attach(standing(ConsoleRole.ADMIN, State.UNREACHABLE));
        assertThat(asked).isEmpty();
        assertThat(model.viewProperty().get().problem())
                .contains(new Consoles.Unasked.Failed(Trouble.UNREACHABLE));

        model.follow(standing(ConsoleRole.ADMIN, State.UP_TO_DATE));
        assertThat(asked).containsExactly("list");
        assertThat(model.viewProperty().get().problem()).isEmpty();
    }

    @Test
    void keepsTheLastListWhenTheHubFalls() {
        model.attach(standing(ConsoleRole.ADMIN, State.UP_TO_DATE));
        answer = new Consoles.Unasked.Failed(Trouble.BUSY);
        model.load();
        assertThat(model.viewProperty().get().consoles()).containsExactly(DOOR);
        assertThat(model.viewProperty().get().problem()).contains(answer(Trouble.BUSY));
        assertThat(model.askingProperty().get()).isFalse();
    }

    private static Consoles.Unasked answer(Trouble trouble) {
        return new Consoles.Unasked.Failed(trouble);
    }

    @Test
    void aLockedConsoleShowsNoOthers() {
        model.attach(standing(ConsoleRole.ADMIN, State.LOCKED));
        assertThat(model.administratorProperty().get()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void takesOutOnlyTheConsoleThatWasAskedAbout() {
        model.attach(standing(ConsoleRole.ADMIN, State.UP_TO_DATE));
        model.takeOut();
        assertThat(asked).containsExactly("list");

        model.doubt(DOOR);
        model.leaveIn();
        model.takeOut();
        assertThat(asked).containsExactly("list");

        model.doubt(DOOR);
        model.takeOut();
        assertThat(asked).containsExactly("list", "takeOut " + DOOR.id(), "list");
        assertThat(model.doubtedProperty().get()).isEmpty();
        assertThat(model.outcomeProperty().get()).contains(new Consoles.TakenOut(DOOR));
    }
}
