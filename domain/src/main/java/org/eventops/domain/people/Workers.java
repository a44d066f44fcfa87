package org.eventops.domain.people;

import java.util.Map;
import java.util.Set;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Worker;
import org.eventops.domain.change.Transactions;

/** Lets people work at this console as what they are in the organisation and at its events. */
public final class Workers {
    private final Transactions transactions;
    private final PersonRepository people;
    private final Access access;

    public Workers(Transactions transactions, PersonRepository people, Access access) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
    }

    /**
     * This person works here from now on, with what their roles permit at this moment. Somebody
     * whom the organisation no longer knows may do nothing.
     *
     * @return whether there is anything that they may do
     */
    public boolean take(String name) {
        Worker worker =
                transactions.read(
                        () ->
                                Roster.of(people)
                                        .find(name)
                                        .map(Member::worker)
                                        .orElseGet(() -> new Worker(name, Set.of(), Map.of())));
        access.take(worker);
        return worker.hasWork();
    }
}
