package org.eventops.console.tour;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.HubConsole;
import org.eventops.domain.sync.HubConsole.State;
import org.eventops.domain.sync.SyncStatus.Trouble;

/** An organisation's consoles as a picture wants them; it reaches nobody. */
public final class PictureConsoles implements Consoles {
    private static final Duration VALID = Duration.ofMinutes(15);

    /** As long as a real enrolment with an authority of its own. */
    private static final int LENGTH = 1800;

    private final Clock clock;
    private final List<HubConsole> consoles = new ArrayList<>();
    private Optional<Trouble> trouble = Optional.empty();
    private int made;

    PictureConsoles(Clock clock) {
        this.clock = clock;
    }

    /**
     * An evening's consoles.
     *
     * @param event of the one that is for this event only
     */
    void show(String here, Optional<UUID> event) {
        trouble = Optional.empty();
        made = 0;
        consoles.clear();
        List<UUID> one = event.map(List::of).orElse(List.of());
        add(here, ConsoleRole.ADMIN, List.of(), State.IN, true);
        add("Puerta A", ConsoleRole.DOOR, one, State.IN, false);
        add("Puerta B", ConsoleRole.DOOR, one, State.IN, false);
        add("Puerta C", ConsoleRole.DOOR, one, State.EXPIRED, false);
        add("Taquilla", ConsoleRole.BOX_OFFICE, List.of(), State.INVITED, false);
        add("Taquilla vieja", ConsoleRole.BOX_OFFICE, List.of(), State.OUT, false);
    }

    /** From now on nobody answers. */
    public void fall(Trouble why) {
        trouble = Optional.of(why);
    }

    /** The console that was let in last has connected. */
    public void come() {
        HubConsole last = consoles.removeLast();
        consoles.add(as(last, State.IN));
    }

    private HubConsole add(
            String name, ConsoleRole role, List<UUID> events, State state, boolean here) {
        made++;
        HubConsole console =
                new HubConsole(
                        new UUID(3, made),
                        name,
                        role.word(),
                        events,
                        state,
                        null,
                        null,
                        null,
                        here);
        consoles.add(as(console, state));
        return consoles.getLast();
    }

    private HubConsole as(HubConsole it, State state) {
        Instant now = clock.instant();
        boolean came = state == State.IN || state == State.OUT;
        return new HubConsole(
                it.id(),
                it.name(),
                it.role(),
                it.events(),
                state,
                came ? now.minus(Duration.ofDays(3)) : null,
                state == State.EXPIRED
                        ? now.minus(Duration.ofHours(2))
                        : came ? null : now.plus(VALID),
                state == State.OUT ? now.minus(Duration.ofDays(1)) : null,
                it.here());
    }

    @Override
    public ListOutcome list() {
        return trouble.isPresent() ? new Unasked.Failed(trouble.get()) : new Listed(consoles);
    }

    @Override
    public LetInOutcome letIn(Wanted wanted, Progress progress) {
        if (trouble.isPresent()) {
            return new Unasked.Failed(trouble.get());
        }
        Optional<HubConsole> holder =
                consoles.stream()
                        .filter(each -> each.name().equals(wanted.name()))
                        .filter(each -> each.state() != State.OUT)
                        .findFirst();
        if (holder.isPresent()) {
            return new NotLetIn.NameTaken(holder.get());
        }
        HubConsole console =
                add(wanted.name(), wanted.role(), wanted.events(), State.INVITED, false);
        return new LetIn(new Enrolment(console, text(), "4827 1930 5561 0274 8839 6012", VALID));
    }

    private static String text() {
        StringBuilder text = new StringBuilder("EVENTOPS1:");
        for (int i = 0; text.length() < LENGTH; i++) {
            text.append((char) ('A' + (i * i + 7 * i) % 26));
        }
        return text.toString();
    }

    @Override
    public TakeOutOutcome takeOut(UUID console) {
        if (trouble.isPresent()) {
            return new Unasked.Failed(trouble.get());
        }
        for (int i = 0; i < consoles.size(); i++) {
            if (consoles.get(i).id().equals(console)) {
                consoles.set(i, as(consoles.get(i), State.OUT));
                return new TakenOut(consoles.get(i));
            }
        }
        return new NotTakenOut.Unknown();
    }
}
