package org.eventops.domain.door;

import java.util.List;
import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;

/** Edits the check-in lists of an event. */
public final class ListService {
    private final Transactions transactions;
    private final DoorQueries queries;

    public ListService(Transactions transactions, DoorQueries queries) {
        this.transactions = transactions;
        this.queries = queries;
    }

    /**
     * A list with an id that the event does not have is added.
     *
     * @throws org.eventops.domain.change.StoreException when the store fails; the list then stays
     */
    public ListOutcome save(EventId event, ListRow changed) {
        if (changed.list().name().isBlank()) {
            return new ListOutcome.NameNeeded();
        }
        return transactions.write(() -> saved(event, changed));
    }

    private ListOutcome saved(EventId event, ListRow changed) {
        List<ListRow> all = queries.lists(event);
        Optional<ListRow> before =
                all.stream().filter(each -> each.id().equals(changed.id())).findFirst();
        boolean taken =
                all.stream()
                        .anyMatch(
                                each ->
                                        !each.id().equals(changed.id())
                                                && each.list()
                                                        .name()
                                                        .equals(changed.list().name()));
        if (taken) {
            return new ListOutcome.NameTaken();
        }
        queries.saveList(event, changed.id(), changed.list());
        ListRow kept = find(event, changed.id()).orElseThrow();
        return before.<ListOutcome>map(old -> new ListOutcome.Saved(old, kept))
                .orElseGet(ListOutcome.Added::new);
    }

    private Optional<ListRow> find(EventId event, ListId id) {
        return queries.lists(event).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Takes an edit of a list back.
     *
     * @return false if it has been changed since; it is left as it is then
     */
    public boolean restore(EventId event, ListOutcome.Saved edit) {
        return transactions.write(
                () -> {
                    boolean same = find(event, edit.now().id()).equals(Optional.of(edit.now()));
                    return same && saved(event, edit.before()) instanceof ListOutcome.Saved;
                });
    }
}
