package org.eventops.console.feature.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.console.FakeServices;
import org.eventops.console.services.ConsoleFacts;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.SyncServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.HubConsole;
import org.eventops.domain.sync.HubConsole.State;
import org.junit.jupiter.api.Test;

class LetInViewModelTest {
    private static final UUID GALA = new UUID(7, 7);

    private Instant now = Instant.EPOCH;
    private final List<String> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int changes;
    private Optional<Consoles.LetInOutcome> refusal = Optional.empty();
    private final LetInViewModel model = model();

    private LetInViewModel model() {
        ScreenContext context = new Told(told).context();
        return new LetInViewModel(context, services(), () -> changes++);
    }

    private ConsoleServices services() {
        InstantSource time = () -> now;
        ConsoleServices fake = FakeServices.of();
        SyncServices none = fake.sync();
        return new ConsoleServices(
                fake.store(),
                fake.events(),
                fake.door(),
                fake.tickets(),
                fake.badges(),
                fake.rehearsals(),
                fake.files(),
                fake.people(),
                fake.access(),
                new SyncServices(
                        none.control(),
                        none.conflicts(),
                        none.cases(),
                        none.files(),
                        new Asked(),
                        none.codes()),
                fake.backups(),
                fake.readiness(),
                fake.health(),
                new ConsoleFacts(
                        time.withZone(ZoneOffset.UTC), () -> false, "here", texts -> "", "ana"));
    }

    /** A hub that lets in, or refuses what the test says. */
    private final class Asked implements Consoles {
        @Override
        public ListOutcome list() {
            throw new AssertionError("the list is another's");
        }

        @Override
        public LetInOutcome letIn(Wanted wanted, Progress progress) {
            asked.add(wanted.name() + " " + wanted.role() + " " + wanted.events());
            return refusal.orElseGet(() -> new LetIn(enrolment(wanted)));
        }

        private Enrolment enrolment(Wanted wanted) {
            return new Enrolment(
                    console(wanted, State.INVITED),
                    "EVENTOPS1:abc",
                    "1234 5678",
                    Duration.ofMinutes(15));
        }

        @Override
        public TakeOutOutcome takeOut(UUID console) {
            asked.add("takeOut " + console);
            return new NotTakenOut.Unknown();
        }
    }

    private static HubConsole console(Consoles.Wanted wanted, State state) {
        return new HubConsole(
                new UUID(1, 1),
                wanted.name(),
                wanted.role().word(),
                wanted.events(),
                state,
                null,
                null,
                null,
                false);
    }

    private void letInPuerta() {
        model.begin();
        model.nameProperty().set(" Puerta D ");
        model.letIn();
    }

    @Test
    void asksForWhatTheFormSays() {
        model.begin();
        model.nameProperty().set(" Puerta D ");
        model.roleProperty().set(ConsoleRole.SUPERVISOR);
        model.everyEventProperty().set(false);
        model.letIn();
        assertThat(asked).as("no event is marked").isEmpty();
        assertThat(model.refusalProperty().get()).contains(new Consoles.NotLetIn.NeedsEvents());

        model.events().add(GALA);
        model.letIn();
        assertThat(asked).containsExactly("Puerta D SUPERVISOR [" + GALA + "]");
        assertThat(model.refusalProperty().get()).isEmpty();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void countsItsTimeDownAndEndsIt() {
        letInPuerta();
        assertThat(model.leftProperty().get()).isEqualTo(Duration.ofMinutes(15));
        now = now.plusSeconds(61);
        model.tick();
        assertThat(model.leftProperty().get()).isEqualTo(Duration.ofSeconds(839));
        now = now.plusSeconds(900);
        model.tick();
        assertThat(model.leftProperty().get()).isZero();
    }

    @Test
    void makesAnotherInThePlaceOfOneThatWasNotUsed() {
        letInPuerta();
        now = now.plusSeconds(901);
        model.tick();
        model.again();
        assertThat(asked)
                .containsExactly(
                        "Puerta D DOOR []", "takeOut " + new UUID(1, 1), "Puerta D DOOR []");
        assertThat(model.leftProperty().get()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void keepsTheFormWhenItIsRefused() {
        refusal = Optional.of(new Consoles.NotLetIn.BadName());
        letInPuerta();
        assertThat(model.refusalProperty().get()).isEqualTo(refusal);
        assertThat(model.handedProperty().get()).isEmpty();
        assertThat(model.nameProperty().get()).isEqualTo(" Puerta D ");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void saysWhenTheConsoleHasCome() {
        letInPuerta();
        Consoles.Wanted wanted = new Consoles.Wanted("Puerta D", ConsoleRole.DOOR, List.of());
        model.look(List.of(console(wanted, State.INVITED)));
        assertThat(model.handedProperty().get()).isPresent();

        model.look(List.of(console(wanted, State.IN)));
        assertThat(model.handedProperty().get()).isEmpty();
        assertThat(model.openProperty().get()).isFalse();
        assertThat(told).containsExactly("The console “Puerta D” is in.");
    }

    @Test
    void writesTheEnrolmentButNeverItsPassphrase() throws IOException {
        letInPuerta();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(model.write(out)).isTrue();
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("EVENTOPS1:abc\n");
        model.close();
        assertThat(model.write(new ByteArrayOutputStream())).isFalse();
    }
}
