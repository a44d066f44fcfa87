package org.eventops.persistence.people;

import java.util.List;
import org.eventops.domain.access.Role;
import org.eventops.domain.people.Person;
import org.eventops.domain.people.PersonRepository;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;

/** People in H2. */
public final class HibernatePersonRepository implements PersonRepository {
    private static final RowMapping<PersonEntity, Person> PERSON =
            new RowMapping<>(
                    PersonEntity.class,
                    PersonEntity::new,
                    row -> new Person(row.name, Role.valueOf(row.role), row.email),
                    HibernatePersonRepository::put,
                    Person::name);

    private final RowStamp stamp;
    private final ScopedRows<PersonEntity, Person> people;

    public HibernatePersonRepository(HibernateTransactions transactions, RowStamp stamp) {
        this.stamp = stamp;
        this.people = new ScopedRows<>(transactions, stamp, PERSON);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(PersonEntity.class);
    }

    @Override
    public List<Person> all() {
        return people.values(stamp.tenant());
    }

    @Override
    public void save(Person person) {
        people.save(stamp.tenant(), person);
    }

    private static void put(Person person, PersonEntity row) {
        row.name = CanonicalRows.text(person.name());
        row.role = person.role().name();
        row.email = CanonicalRows.orNull(person.email());
    }
}
