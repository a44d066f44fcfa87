package org.eventops.console.feature.ticket;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Running;
import org.eventops.console.services.TicketServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketPapers.Paper;
import org.eventops.domain.ticketing.issue.IssueOrder;
import org.eventops.domain.ticketing.issue.IssueOrder.Signing;

/** Writes the tickets of the event, or of one order, to a folder. */
public final class IssueViewModel {
    private final ScreenContext context;
    private final TicketServices tickets;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private Running running = Running.NOTHING;

    /** How it stands. */
    public sealed interface State {
        record Idle() implements State {}

        record Writing() implements State {}

        /**
         * @param tickets how many were written
         */
        record Done(int tickets, Path folder) implements State {}

        record Stopped() implements State {}

        /** There is no ticket to write: no event, an order that is not there, or all cancelled. */
        record Nothing(String order) implements State {}

        record NotAFolder(String typed) implements State {}

        record Failed(Path folder) implements State {}
    }

    public IssueViewModel(ScreenContext context, TicketServices tickets) {
        this.context = context;
        this.tickets = tickets;
    }

    /**
     * @param order code of one order; empty for all
     * @param folder as typed
     */
    void issue(String order, String folder, Paper paper, Signing signing) {
        Optional<EventRow> event = context.current().get();
        Optional<Path> place = path(folder);
        if (place.isEmpty()) {
            state.set(new State.NotAFolder(folder));
            return;
        }
        if (event.isEmpty()) {
            state.set(new State.Nothing(order));
            return;
        }
        IssueOrder wanted =
                new IssueOrder(
                        event.get().id(), signing, paper, context.language().locale(), place.get());
        String only = order.strip();
        run(
                wanted,
                told -> tickets.issuing().rows(wanted.event(), only.isEmpty() ? null : only),
                only);
    }

    /** One ticket alone. */
    void issue(AttendeeRow row, String folder, Paper paper, Signing signing) {
        Optional<EventRow> event = context.current().get();
        Optional<Path> place = path(folder);
        if (place.isEmpty() || event.isEmpty()) {
            state.set(new State.NotAFolder(folder));
            return;
        }
        IssueOrder wanted =
                new IssueOrder(
                        event.get().id(), signing, paper, context.language().locale(), place.get());
        run(wanted, told -> List.of(row), row.order());
    }

    private interface Rows {
        List<AttendeeRow> of(Progress told);
    }

    private void run(IssueOrder wanted, Rows rows, String order) {
        progress.set(0);
        state.set(new State.Writing());
        running =
                context.tasks()
                        .bulk(told -> written(wanted, rows.of(told), told))
                        .onProgress(new Shown())
                        .onSuccess(done -> ended(done, wanted, order))
                        .onCancelled(() -> state.set(new State.Stopped()))
                        .onError(
                                IOException.class,
                                failure -> state.set(new State.Failed(wanted.folder())))
                        .start();
    }

    private int written(IssueOrder wanted, List<AttendeeRow> rows, Progress told)
            throws IOException {
        int[] done = {0};
        tickets.issuing().run(wanted, rows, issued -> done[0]++, told);
        return told.cancelled() ? -1 : done[0];
    }

    private void ended(int done, IssueOrder wanted, String order) {
        if (done < 0) {
            state.set(new State.Stopped());
        } else if (done == 0) {
            state.set(new State.Nothing(order));
        } else {
            state.set(new State.Done(done, wanted.folder()));
        }
    }

    private final class Shown implements Progress {
        @Override
        public void at(long done, long total) {
            progress.set(total == 0 ? 0 : (double) done / total);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    private static Optional<Path> path(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(Path.of(typed.strip()));
        } catch (InvalidPathException e) {
            // Said at the field.
            return Optional.empty();
        }
    }

    void stop() {
        running.cancel();
    }

    /** From 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
