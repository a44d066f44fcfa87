package org.eventops.domain.people;

import java.util.List;
import org.eventops.domain.access.ForAll;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** People by name; every method is called inside a transaction. */
public interface PersonRepository {
    /** Of the organisation, by name; a console that sees single events only knows none. */
    @ForAll
    List<Person> all();

    /** Inserts, or replaces the person of this name. */
    @Needs(value = Permission.CHANGE_PEOPLE, wide = true)
    void save(Person person);

    /** Who works at single events. */
    @ForAll
    List<StaffMember> staff();

    /** Inserts, or replaces who has this name at the event. */
    @Needs(Permission.CHANGE_PEOPLE)
    void assign(StaffMember member);

    /** They no longer work at the event. */
    @Needs(Permission.CHANGE_PEOPLE)
    void release(StaffMember member);
}
