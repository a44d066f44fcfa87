package org.eventops.domain.people;

import java.util.Map;
import java.util.stream.Collectors;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Worker;
import org.eventops.domain.change.Transactions;

/** Lets people work at this console as what they are in the organisation. */
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
     * This person works here from now on, with what their role permits at this moment. Somebody
     * whom the organisation no longer knows may do nothing.
     *
     * @return whether there is anything that they may do
     */
    public boolean take(String name) {
        Worker worker = transactions.read(() -> worker(name));
        access.take(worker);
        return worker.hasWork();
    }

    private Worker worker(String name) {
        return new Worker(
                name,
                people.all().stream()
                        .filter(each -> each.name().equals(name))
                        .map(Person::role)
                        .collect(Collectors.toSet()),
                Map.of());
    }
}
