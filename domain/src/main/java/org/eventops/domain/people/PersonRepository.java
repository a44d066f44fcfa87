package org.eventops.domain.people;

import java.util.List;

/** People by name; every method is called inside a transaction. */
public interface PersonRepository {
    List<Person> all();

    /** Inserts, or replaces the person of this name. */
    void save(Person person);
}
