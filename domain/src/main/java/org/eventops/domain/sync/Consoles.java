package org.eventops.domain.sync;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.SyncStatus.Trouble;

/**
 * The consoles of this organisation, for an administrator's console: who takes part, who is let in,
 * who is taken out. Each call asks the hub and blocks until it answers or half a minute is over. No
 * transaction of the store may be open.
 */
public interface Consoles {
    /** All of them, also those that were taken out; by name. */
    @Needs(value = Permission.CHANGE_DEVICES, wide = true)
    ListOutcome list();

    /**
     * Makes a console at the hub, and what it is connected with: for fifteen minutes, once.
     *
     * @param progress a cancelled one leaves no console behind
     */
    @Needs(value = Permission.CHANGE_DEVICES, wide = true)
    LetInOutcome letIn(Wanted wanted, Progress progress);

    /** From its next word to the hub on it is refused; its sessions end. */
    @Needs(value = Permission.CHANGE_DEVICES, wide = true)
    TakeOutOutcome takeOut(UUID console);

    /**
     * A console to be let in.
     *
     * @param name unique among those not taken out; 1 to 64 letters, digits, blanks, {@code . _ -}
     * @param events ids of those it is for; empty means all that its role may see
     */
    record Wanted(String name, ConsoleRole role, List<UUID> events) {
        public Wanted {
            events = List.copyOf(events);
        }
    }

    /**
     * What is handed to the new console: the text as a file or a code, the passphrase apart from
     * it.
     *
     * @param text printable ASCII on one line
     * @param passphrase groups of digits, which can be read aloud
     * @param validFor from now on
     */
    record Enrolment(HubConsole console, String text, String passphrase, Duration validFor) {
        /** Never shows a secret. */
        @Override
        public String toString() {
            return "Enrolment[" + console.name() + "]";
        }
    }

    /** What came of asking for the consoles. */
    sealed interface ListOutcome permits Listed, Unasked {}

    record Listed(List<HubConsole> consoles) implements ListOutcome {
        public Listed {
            consoles = List.copyOf(consoles);
        }
    }

    /** What came of letting a console in. Unless it was let in, nothing has changed. */
    sealed interface LetInOutcome permits LetIn, NotLetIn, Unasked {}

    record LetIn(Enrolment enrolment) implements LetInOutcome {}

    /** Why the hub did not make it. */
    sealed interface NotLetIn extends LetInOutcome {
        record BadName() implements NotLetIn {}

        /** Another one has this name, and is not taken out. */
        record NameTaken(HubConsole by) implements NotLetIn {}

        /** The role is for named events. */
        record NeedsEvents() implements NotLetIn {}

        /** The hub has not got one of the events, or has it no longer. */
        record NoEvent() implements NotLetIn {}

        record Cancelled() implements NotLetIn {}
    }

    /** What came of taking a console out. */
    sealed interface TakeOutOutcome permits TakenOut, NotTakenOut, Unasked {}

    record TakenOut(HubConsole console) implements TakeOutOutcome {}

    /** Why nothing has changed. */
    sealed interface NotTakenOut extends TakeOutOutcome {
        record AlreadyOut(HubConsole console) implements NotTakenOut {}

        record Unknown() implements NotTakenOut {}

        /** No console takes itself out: nobody might be left to let it in again. */
        record ThisConsole() implements NotTakenOut {}
    }

    /** Why the hub has said nothing to it. */
    sealed interface Unasked extends ListOutcome, LetInOutcome, TakeOutOutcome {
        /** This store belongs to no hub. */
        record Alone() implements Unasked {}

        /** This console is no administrator's. */
        record NotAdministrator() implements Unasked {}

        /** No answer; after {@code UNREACHABLE} it may have been done all the same. */
        record Failed(Trouble trouble) implements Unasked {}
    }
}
