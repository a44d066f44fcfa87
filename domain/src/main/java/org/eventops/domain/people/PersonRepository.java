package org.eventops.domain.people;

import java.util.List;
import org.eventops.domain.access.ForAll;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** People by name; every method is called inside a transaction. */
public interface PersonRepository {
    @ForAll
    List<Person> all();

    /** Inserts, or replaces the person of this name. */
    @Needs(value = Permission.CHANGE_PEOPLE, wide = true)
    void save(Person person);
}
